import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../team/icons.js';
import { FieldProblemLine } from '../form/form-field.js';
import { useFieldProblem, useVisit } from '../form/form-problems.js';
import { type IntervalDraft, newInterval, type Weekday, weekdays } from './calendar-draft.js';
import { minutesOf, timeOf, writeTime } from './time-of-day.js';
import { useCalendarWords } from './use-calendar-words.js';

interface DayProps {
  readonly day: Weekday;
  readonly intervals: readonly IntervalDraft[];
  readonly onChange: (intervals: readonly IntervalDraft[]) => void;
  /** gives these hours to other days */
  readonly onCopy: (to: readonly Weekday[]) => void;
}

/** The hours of one weekday: none, one stretch or several. */
export function DayFields({ day, intervals, onChange, onCopy }: DayProps) {
  const { t } = useLingui();
  const words = useCalendarWords();
  const visit = useVisit();
  const rows = useRef<HTMLDivElement>(null);
  const name = words.weekday(day);
  const path = `$.week.${day}`;
  // who leaves a field of a day hears of all of that day that is filled in, since two may overlap
  const leave = (): void =>
    intervals.forEach(({ to }, index) => {
      if (to.trim() !== '') visit(`${path}[${index}]`);
    });
  const add = (): void => {
    onChange([...intervals, afterThe(intervals.at(-1))]);
    requestAnimationFrame(() => rows.current?.querySelector<HTMLElement>('.cal-interval:last-of-type input')?.focus());
  };
  return (
    <fieldset className="cal-day" data-day={day}>
      <legend>{name}</legend>
      <div className="cal-intervals" ref={rows}>
        {intervals.length === 0 && <span className="t2 cal-closed">{t`closed`}</span>}
        {intervals.map((interval, index) => (
          <IntervalFields
            key={interval.key}
            name={name}
            path={`${path}[${index}]`}
            interval={interval}
            onLeave={leave}
            onChange={(changed) => onChange(intervals.map((one) => (one.key === interval.key ? changed : one)))}
            onRemove={() => {
              rows.current?.parentElement?.querySelector<HTMLElement>('.cal-day-add')?.focus();
              onChange(intervals.filter(({ key }) => key !== interval.key));
            }}
          />
        ))}
      </div>
      <div className="cal-day-buttons">
        <button type="button" className="btn btn-quiet cal-day-add" onClick={add}>
          <Trans>Add hours</Trans>
          <span className="vh">: {name}</span>
        </button>
        <CopyMenu day={day} name={name} onCopy={onCopy} />
      </div>
    </fieldset>
  );
}

/** Further hours begin an hour after the last. */
function afterThe(last: IntervalDraft | undefined): IntervalDraft {
  if (last === undefined) return newInterval('09:00', '18:00');
  const end = minutesOf(writeTime(last.to));
  return end === null || end > 1_320 ? newInterval() : newInterval(timeOf(end + 60), '');
}

interface IntervalProps {
  readonly name: string;
  readonly path: string;
  readonly interval: IntervalDraft;
  readonly onLeave: () => void;
  readonly onChange: (interval: IntervalDraft) => void;
  readonly onRemove: () => void;
}

function IntervalFields({ name, path, interval, onLeave, onChange, onRemove }: IntervalProps) {
  const { t } = useLingui();
  const problem = useFieldProblem([path]);
  const { from, to } = interval;
  const field = (end: 'from' | 'to', label: string) => (
    <input
      className="pol-input cal-time"
      aria-label={label}
      aria-invalid={problem !== null}
      aria-describedby={problem === null ? undefined : `${path} wrong`}
      inputMode="text"
      maxLength={10}
      autoComplete="off"
      placeholder={end === 'from' ? '09:00' : '18:00'}
      value={interval[end]}
      onChange={(event) => onChange({ ...interval, [end]: event.target.value })}
      onBlur={() => {
        const written = writeTime(interval[end]);
        if (written !== interval[end]) onChange({ ...interval, [end]: written });
        onLeave();
      }}
    />
  );
  return (
    <div className={problem === null ? 'cal-interval' : 'cal-interval is-wrong'}>
      {field('from', t`${name}, from`)}
      <span aria-hidden="true">–</span>
      {field('to', t`${name}, to`)}
      <button type="button" className="btn btn-quiet cal-icon" aria-label={t`Take out ${name} ${from}–${to}`} onClick={onRemove}>
        <Icon of="close" />
      </button>
      {problem !== null && <FieldProblemLine id={`${path} wrong`} problem={problem} />}
    </div>
  );
}

function CopyMenu({ day, name, onCopy }: { day: Weekday; name: string; onCopy: (to: readonly Weekday[]) => void }) {
  const { t } = useLingui();
  const words = useCalendarWords();
  const [monday, friday] = [words.weekday('mon'), words.weekday('fri')];
  return (
    <MenuTrigger>
      <Button className="btn btn-quiet">
        <Trans>Copy to …</Trans>
        <span className="vh">: {name}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t`Copy the hours of ${name}`}>
          <MenuItem className="menu-item" onAction={() => onCopy(weekdays.slice(0, 5))}>
            {t`${monday} to ${friday}`}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => onCopy(weekdays)}>
            {t`all days`}
          </MenuItem>
          {weekdays
            .filter((other) => other !== day)
            .map((other) => (
              <MenuItem key={other} className="menu-item" onAction={() => onCopy([other])}>
                {words.weekday(other)}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
