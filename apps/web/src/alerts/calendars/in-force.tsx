import { Trans, useLingui } from '@lingui/react/macro';
import { instantOf, localTime } from '../../kpis/local-time.js';
import { FormField } from '../form/form-field.js';
import { SelectField } from '../form/text-fields.js';

interface ForceProps {
  readonly from: string | null;
  readonly judgesHistory: boolean;
  /** the clock by which it is typed */
  readonly zone: string;
  /** it lies in the past, and that has to be meant */
  readonly isPast: boolean;
  readonly onChange: (change: { readonly from?: string | null; readonly judgesHistory?: boolean }) => void;
}

const HOUR_MS = 3_600_000;

/** From when on the hours hold: from when they are saved, or from another instant. */
export function InForce({ from, judgesHistory, zone, isPast, onChange }: ForceProps) {
  const { t } = useLingui();
  return (
    <section className="pol-part" aria-labelledby="cal-force">
      <h2 id="cal-force">
        <Trans>In force</Trans>
      </h2>
      <div className="pol-row">
        <SelectField
          label={t`From`}
          paths={[]}
          value={from === null ? 'now' : 'later'}
          choices={[
            { value: 'now', label: t`as soon as it is saved` },
            { value: 'later', label: t`another instant` },
          ]}
          onChange={(value) =>
            onChange({ from: value === 'now' ? null : new Date(Math.ceil((Date.now() + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString() })
          }
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
                  if (instant !== null) onChange({ from: instant, judgesHistory: false });
                }}
              />
            )}
          </FormField>
        )}
      </div>
      {from !== null && (isPast || judgesHistory) && (
        <label className="pol-tick">
          <input type="checkbox" checked={judgesHistory} onChange={(event) => onChange({ judgesHistory: event.target.checked })} />
          <Trans>I mean it: judge anew the leads that have come since then</Trans>
        </label>
      )}
      <p className="t2">
        <Trans>What was before keeps its hours: no deadline of the past moves.</Trans>
      </p>
    </section>
  );
}
