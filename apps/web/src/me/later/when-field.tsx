import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { useClock, useLink, useMoment, useZone } from '../../console/use-console.js';
import { firstOwn, instantMeant, type When, type WhenChoice, whenChoices } from '../when.js';

/** When to call back: one of three usual instants, or an own one in the site's zone. */
export function WhenField({ when, onChange, keys = false }: { when: When; onChange: (when: When) => void; keys?: boolean }) {
  const { t } = useLingui();
  const clock = useClock();
  const moment = useMoment();
  const zone = useZone();
  const now = useLink((view) => view.now);
  const names: Readonly<Record<WhenChoice, string>> = {
    tenMinutes: t`In 10 minutes`,
    hour: t`In an hour`,
    tomorrow: t`Tomorrow at ${clock.short(instantOfTomorrow(now, zone))}`,
    own: t`Another time`,
  };
  const choose = (value: string): void => {
    const choice = whenChoices.find((one) => one === value) ?? 'hour';
    onChange({ choice, own: choice === 'own' && when.own === '' ? firstOwn(now, zone) : when.own });
  };
  const at = instantMeant(when, now, zone);
  return (
    <>
      <RadioGroup className="opts opts-when" aria-label={t`When to call back`} value={when.choice} onChange={choose}>
        {whenChoices.map((choice, index) => (
          <Radio key={choice} value={choice} className="opt">
            {keys && <kbd>{index + 1}</kbd>}
            <b>{names[choice]}</b>
          </Radio>
        ))}
      </RadioGroup>
      {when.choice === 'own' && (
        <TextField className="field field-time" value={when.own} onChange={(own) => onChange({ ...when, own })}>
          <Label>
            <Trans>Day and time</Trans>
          </Label>
          <Input type="datetime-local" />
        </TextField>
      )}
      <p className="cap t2 when-said" role="status">
        {at === 'missing' && <Trans>Give a day and a time.</Trans>}
        {at === 'passed' && <Trans>That has passed: give a time that is still to come.</Trans>}
        {at === 'too_far' && <Trans>That is more than a year ahead.</Trans>}
        {typeof at === 'number' && <Said at={moment(at, now)} zone={zone} />}
      </p>
    </>
  );
}

const Said = ({ at, zone }: { at: string; zone: string }) => (
  <Trans>
    Rings at {at} ({zone}).
  </Trans>
);

function instantOfTomorrow(now: number, zone: string): number {
  const at = instantMeant({ choice: 'tomorrow', own: '' }, now, zone);
  return typeof at === 'number' ? at : now;
}
