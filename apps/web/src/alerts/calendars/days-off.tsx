import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef, useState } from 'react';
import { Icon, Shape } from '../../team/icons.js';
import { useCalendarProblem } from './calendar-problem-words.js';
import { daysOf, MOST_DAYS, rangesOf } from './day-ranges.js';
import { useCalendarWords } from './use-calendar-words.js';

interface DaysProps {
  readonly name: string;
  readonly days: readonly string[];
  /** yyyy-mm-dd */
  readonly today: string;
  readonly onChange: (days: readonly string[]) => void;
}

/** Days off: those to come as ranges that can be taken out, and others added, a day or a stretch. What has passed stays. */
export function DaysOff({ name, days, today, onChange }: DaysProps) {
  const { t } = useLingui();
  const id = useId();
  const words = useCalendarWords();
  const say = useCalendarProblem();
  const first = useRef<HTMLInputElement>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (): void => {
    const added = from === '' ? [] : daysOf({ from, to: to === '' ? from : to });
    const reason = from === '' ? 'day' : added.length === 0 ? 'backwards' : added.length > MOST_DAYS ? 'long' : null;
    setWrong(reason);
    if (reason !== null) return;
    onChange([...new Set([...days, ...added])].sort());
    setFrom('');
    setTo('');
    first.current?.focus();
  };
  const field = (label: string, value: string, onType: (value: string) => void, ref?: typeof first) => (
    <span className="pol-field">
      <label htmlFor={`${id} ${label}`}>{label}</label>
      <input
        ref={ref}
        id={`${id} ${label}`}
        type="date"
        className="pol-input"
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        value={value}
        onChange={(event) => {
          setWrong(null);
          onType(event.target.value);
        }}
      />
    </span>
  );
  return (
    <fieldset className={wrong === null ? 'cal-days' : 'cal-days is-wrong'}>
      <legend className="vh">{t`Days off of ${name}`}</legend>
      <div className="pol-chips">
        {rangesOf(days.filter((day) => day >= today)).map((range) => (
          <span key={range.from} className="pol-chip">
            {words.days(range)}
            <button
              type="button"
              aria-label={t`Take out ${words.days(range)}`}
              onClick={() => {
                first.current?.focus();
                onChange(days.filter((day) => day < range.from || day > range.to));
              }}
            >
              <Icon of="close" />
            </button>
          </span>
        ))}
      </div>
      <div className="pol-row cal-add">
        {field(t`First day off`, from, setFrom, first)}
        {field(t`Last (if more than one)`, to, setTo)}
        <button type="button" className="btn" onClick={add}>
          <Trans>Add</Trans>
        </button>
      </div>
      {wrong !== null && (
        <span className="pol-wrong" id={`${id}-wrong`} role="alert">
          <Shape of="late" />
          {say({ path: '$', problem: '', reason: wrong })}
        </span>
      )}
    </fieldset>
  );
}
