import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { UNKNOWN, useWords } from '../clock/words.js';
import { useLink, useMoment, useTrust } from '../console/use-console.js';

/** In the place of the clock of a lead that does not wait: how long it is until the call that was promised, or since. */
export function CallClock({ lead: { callBack, name } }: { lead: QueueLead }) {
  const { t } = useLingui();
  const words = useWords();
  const moment = useMoment();
  const { known } = useTrust();
  const asOf = useLink((view) => view.asOf);
  if (callBack === undefined) return null;
  const left = callBack.at - asOf;
  const figure = words.wait(Math.abs(left));
  const at = moment(callBack.at, asOf);
  const label = left > 0 ? t`${figure} until the call to ${name}, promised for ${at}` : t`the call to ${name} was promised for ${at}`;
  return (
    <div className="clock" role="timer" aria-label={label}>
      <b>
        {known && left <= 0 && '+'}
        {known ? figure : UNKNOWN}
      </b>
      <span>{left > 0 ? <Trans>until the call at {at}</Trans> : <Trans>call promised for {at}</Trans>}</span>
    </div>
  );
}
