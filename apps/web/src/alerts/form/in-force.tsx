import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { instantOf, localTime } from '../../kpis/local-time.js';
import { FormField } from './form-field.js';
import { SelectField } from './text-fields.js';

interface ForceProps {
  /** RFC 3339; null: from when it is saved */
  readonly from: string | null;
  /** the clock by which it is typed */
  readonly zone: string;
  /** an instant of the past may be meant too */
  readonly mayBePast?: boolean;
  readonly onChange: (from: string | null) => void;
  /** what is asked further of the instant, and what becomes of the time before it */
  readonly children: ReactNode;
}

const HOUR_MS = 3_600_000;
const nextHour = (): string => new Date(Math.ceil((Date.now() + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString();

/** From when on something holds: from when it is saved, or from another instant. */
export function InForce({ from, zone, mayBePast = false, onChange, children }: ForceProps) {
  const { t } = useLingui();
  return (
    <section className="pol-part" aria-labelledby="in-force">
      <h2 id="in-force">
        <Trans>In force</Trans>
      </h2>
      <div className="pol-row">
        <SelectField
          label={t`From`}
          paths={[]}
          value={from === null ? 'now' : 'later'}
          choices={[
            { value: 'now', label: t`as soon as it is saved` },
            { value: 'later', label: mayBePast ? t`another instant` : t`an instant to come` },
          ]}
          onChange={(value) => onChange(value === 'now' ? null : nextHour())}
        />
        {from !== null && (
          <FormField label={t`Date and time`} paths={['$.effective_from']} hint={zone}>
            {(aria) => (
              <input
                {...aria}
                type="datetime-local"
                className="pol-input"
                value={localTime(zone, Date.parse(from))}
                onChange={(event) => {
                  const instant = instantOf(zone, event.target.value);
                  if (instant !== null) onChange(instant);
                }}
              />
            )}
          </FormField>
        )}
      </div>
      {children}
    </section>
  );
}
