import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { Shape } from '../../team/icons.js';
import type { Days } from './period.js';

interface PeriodProps {
  readonly days: Days;
  readonly problem: 'unread' | 'reversed' | 'long' | null;
  readonly onChange: (days: Days) => void;
}

/** From which day to which is replayed. */
export function PeriodFields({ days, problem, onChange }: PeriodProps) {
  const id = useId();
  const dates = [
    { key: 'from', label: <Trans>From</Trans>, value: days.from, change: (from: string) => onChange({ ...days, from }) },
    { key: 'to', label: <Trans>To, this day included</Trans>, value: days.to, change: (to: string) => onChange({ ...days, to }) },
  ];
  return (
    <div className="wi-period">
      <div className="pol-row">
        {dates.map(({ key, label, value, change }) => (
          <div key={key} className={problem === null ? 'pol-field' : 'pol-field is-wrong'}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <input
              id={`${id}-${key}`}
              className="pol-input wi-day"
              type="date"
              value={value}
              aria-invalid={problem !== null}
              aria-describedby={problem === null ? undefined : `${id}-said`}
              onChange={(event) => change(event.target.value)}
            />
          </div>
        ))}
      </div>
      {problem !== null && (
        <span className="pol-wrong" id={`${id}-said`} role="alert">
          <Shape of="late" />
          {problem === 'unread' && <Trans>Give two days.</Trans>}
          {problem === 'reversed' && <Trans>It must begin before it ends.</Trans>}
          {problem === 'long' && (
            <Trans>
              At most 31 days; <code>leadclock what-if</code> replays more.
            </Trans>
          )}
        </span>
      )}
    </div>
  );
}
