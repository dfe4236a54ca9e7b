import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Icon } from '../../team/icons.js';
import { FormField } from '../form/form-field.js';
import { type FieldProblem, FormProblemsContext } from '../form/form-problems.js';
import { type DownDraft, MOST_DOWN, newDown } from './times-down.js';

interface DownProps {
  readonly rows: readonly DownDraft[];
  /** the clock by which they are typed */
  readonly zone: string;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (rows: readonly DownDraft[]) => void;
}

const nothing: ReadonlySet<string> = new Set();
/** What may be said is decided by who gives the problems: to leave a field tells nothing. */
const ignore = (): void => undefined;

/** Times in which nobody could be told: alerts of those are listed apart. */
export function DownFields({ rows, zone, problems, onChange }: DownProps) {
  const { t } = useLingui();
  const part = useRef<HTMLElement>(null);
  const words = new Map([
    ['unread', t`Give a date and a time.`],
    ['reversed', t`It must end after it begins.`],
  ]);
  const say = ({ problem }: FieldProblem): string => words.get(problem) ?? problem;
  return (
    <section className="pol-part wi-down" aria-labelledby="wi-times" ref={part}>
      <h2 id="wi-times">
        <Trans>When nobody could be told</Trans>
      </h2>
      <p className="cap t2">
        <Trans>
          Alerts of these times are listed apart, for they say nothing about a policy. Times after which an alert was raised late are known;
          add those that left no trace.
        </Trans>
      </p>
      <FormProblemsContext.Provider value={{ problems, visited: nothing, sent: true, onVisit: ignore, say }}>
        {rows.map((row, index) => (
          <TimeDown
            key={row.key}
            row={row}
            number={index + 1}
            onChange={(changed) => onChange(rows.map((one) => (one.key === row.key ? { ...one, ...changed } : one)))}
            onRemove={() => {
              part.current?.querySelector<HTMLElement>('.wi-add')?.focus();
              onChange(rows.filter(({ key }) => key !== row.key));
            }}
          />
        ))}
      </FormProblemsContext.Provider>
      {rows.length > 0 && (
        <p className="cap t2">
          <Trans>By the clock of {zone}.</Trans>
        </p>
      )}
      <button
        type="button"
        className="btn wi-add"
        disabled={rows.length >= MOST_DOWN}
        onClick={() => {
          onChange([...rows, newDown()]);
          requestAnimationFrame(() => part.current?.querySelector<HTMLElement>('.wi-time:last-of-type input')?.focus());
        }}
      >
        <Trans>Add a time</Trans>
      </button>
    </section>
  );
}

interface TimeProps {
  readonly row: DownDraft;
  /** counted from one */
  readonly number: number;
  readonly onChange: (change: Partial<DownDraft>) => void;
  readonly onRemove: () => void;
}

function TimeDown({ row: { from, to }, number, onChange, onRemove }: TimeProps) {
  const { t } = useLingui();
  const path = `$.down[${number - 1}]`;
  return (
    <div className="pol-row wi-time" role="group" aria-label={t`Time ${number}`}>
      <Moment label={t`Began`} path={`${path}.from`} value={from} onChange={(typed) => onChange({ from: typed })} />
      <Moment label={t`Ended`} path={`${path}.to`} value={to} onChange={(typed) => onChange({ to: typed })} />
      <button type="button" className="btn btn-quiet wi-out" aria-label={t`Take out time ${number}`} onClick={onRemove}>
        <Icon of="close" />
      </button>
    </div>
  );
}

interface MomentProps {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Moment = ({ label, path, value, onChange }: MomentProps) => (
  <FormField label={label} paths={[path]}>
    {(aria) => (
      <input {...aria} type="datetime-local" className="pol-input" value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </FormField>
);
