import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { useZone } from '../console/use-console.js';
import { Icon } from '../team/icons.js';
import { instantOf, isDay, localTime } from './local-time.js';

interface TimeProps {
  readonly label: string;
  /** as the address has it: a date, RFC 3339, or what nobody can read */
  readonly value: string | null;
  /** whole days, where the address does not name an instant */
  readonly days?: boolean;
  readonly onChoose: (value: string | null) => void;
  readonly problem?: React.ReactNode;
}

/** A time of the question in the site's zone; it is asked for on Enter, or when the field is left. What nobody can read stays to be seen. */
export function TimeField({ label, value, days = false, onChoose, problem }: TimeProps) {
  const { t } = useLingui();
  const zone = useZone();
  const said = useId();
  const instant = value === null ? Number.NaN : Date.parse(value);
  const asDay = value === null ? days : isDay(value) && days;
  const readable = value === null || !Number.isNaN(instant);
  const shown =
    value === null
      ? ''
      : !readable || asDay
        ? value
        : localTime(zone, isDay(value) ? Date.parse(instantOf(zone, `${value}T00:00`) ?? value) : instant);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const wrong = problem !== undefined && problem !== null;
  const tell = (): void => {
    if (typed === shown) return;
    if (typed === '') onChoose(null);
    else onChoose(asDay || !readable ? typed : (instantOf(zone, typed) ?? typed));
  };
  return (
    <div className={wrong ? 'field is-wrong' : 'field'}>
      <span className="sel sel-time">
        <label>
          <span>{label}</span>
          <input
            type={!readable ? 'text' : asDay ? 'date' : 'datetime-local'}
            value={typed}
            aria-invalid={wrong}
            {...(wrong ? { 'aria-describedby': said } : {})}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={tell}
            onKeyDown={(event) => {
              if (event.key === 'Enter') tell();
            }}
          />
        </label>
        {value !== null && (
          <button type="button" aria-label={t`Leave out: ${label}`} onClick={() => onChoose(null)}>
            <Icon of="close" />
          </button>
        )}
      </span>
      {wrong && <div id={said}>{problem}</div>}
    </div>
  );
}
