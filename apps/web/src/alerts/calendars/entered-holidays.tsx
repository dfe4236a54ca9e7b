import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Icon } from '../../team/icons.js';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem, useVisit } from '../form/form-problems.js';
import { type HolidayDraft, newHoliday } from './calendar-draft.js';

interface EnteredProps {
  readonly holidays: readonly HolidayDraft[];
  /** how many files and addresses brought, beside these */
  readonly brought: number;
  readonly onChange: (holidays: readonly HolidayDraft[]) => void;
}

/** Holidays that are entered one by one. */
export function EnteredHolidays({ holidays, brought, onChange }: EnteredProps) {
  const { t } = useLingui();
  const rows = useRef<HTMLElement>(null);
  return (
    <section className="pol-part" aria-labelledby="cal-entered" ref={rows}>
      <h2 id="cal-entered">
        <Trans>Holidays, one by one</Trans>
      </h2>
      <p className="t2">
        <Trans>On these days it is closed from midnight to midnight.</Trans>{' '}
        {brought > 0 && (
          <Plural
            value={brought}
            one="# day from a file or an address stays beside them."
            other="# days from files and addresses stay beside them."
          />
        )}
      </p>
      {holidays.map((holiday, index) => (
        <HolidayFields
          key={holiday.key}
          path={`$.holidays[${index}]`}
          holiday={holiday}
          onChange={(changed) => onChange(holidays.map((one) => (one.key === holiday.key ? changed : one)))}
          onRemove={() => {
            rows.current?.querySelector<HTMLElement>('.cal-holiday-add')?.focus();
            onChange(holidays.filter(({ key }) => key !== holiday.key));
          }}
        />
      ))}
      <button
        type="button"
        className="btn cal-holiday-add"
        onClick={() => {
          onChange([...holidays, newHoliday()]);
          requestAnimationFrame(() => rows.current?.querySelector<HTMLElement>('.cal-holiday:last-of-type input')?.focus());
        }}
      >
        {t`Add a holiday`}
      </button>
    </section>
  );
}

interface HolidayProps {
  readonly path: string;
  readonly holiday: HolidayDraft;
  readonly onChange: (holiday: HolidayDraft) => void;
  readonly onRemove: () => void;
}

function HolidayFields({ path, holiday, onChange, onRemove }: HolidayProps) {
  const { t } = useLingui();
  const visit = useVisit();
  const wrong = { date: useFieldProblem([`${path}.date`]), name: useFieldProblem([`${path}.name`]) };
  const { date, name } = holiday;
  const field = (part: 'date' | 'name', label: string) => (
    <span className={wrong[part] === null ? 'pol-field' : 'pol-field is-wrong'}>
      <label htmlFor={`${path}.${part}`}>{label}</label>
      <input
        id={`${path}.${part}`}
        type={part === 'date' ? 'date' : 'text'}
        className="pol-input"
        maxLength={200}
        autoComplete="off"
        aria-invalid={wrong[part] !== null}
        aria-describedby={wrong[part] === null ? undefined : `${path}.${part} wrong`}
        value={holiday[part]}
        onChange={(event) => onChange({ ...holiday, [part]: event.target.value })}
        onBlur={() => visit(`${path}.${part}`)}
      />
      {wrong[part] !== null && <FieldProblemLine id={`${path}.${part} wrong`} problem={wrong[part]} />}
    </span>
  );
  return (
    <div className="pol-row cal-holiday">
      {field('date', t`Day`)}
      {field('name', t({ message: 'Name', context: 'of a holiday' }))}
      <button type="button" className="btn btn-quiet cal-icon" aria-label={t`Take out ${name} ${date}`} onClick={onRemove}>
        <Icon of="close" />
      </button>
    </div>
  );
}
