import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { waitMs } from '../clock/status.js';
import { UNKNOWN, useWords } from '../clock/words.js';
import { useClock, useLink, useTrust } from '../console/use-console.js';
import { remainingOf } from './remaining.js';

/** The figure that is read first: what is left until the target, after it the overrun; never a negative number. */
export function BigClock({ lead }: { lead: QueueLead }) {
  const { t } = useLingui();
  const words = useWords();
  const clock = useClock();
  const { still, known } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const { kind, ms } = remainingOf(lead, asOf);
  const figure = words.wait(ms);
  const wait = words.wait(waitMs(lead, asOf));
  const { name } = lead;
  const at = still ? clock.exact(asOf) : null;
  if (!known) {
    return (
      <div className="clock" role="timer" aria-label={t`${name}: nobody knows how long by now`}>
        <b>{UNKNOWN}</b>
      </div>
    );
  }
  const label = {
    left: t`${figure} left until the target; ${name} has waited ${wait}`,
    over: t`${figure} over the target; ${name} has waited ${wait}`,
    held: t`the clock of ${name} stands at ${wait}`,
    waiting: t`${name} has waited ${wait}; there is no target`,
  }[kind];
  return (
    <div className="clock" role="timer" aria-label={label}>
      <b>
        {kind === 'over' && '+'}
        {figure}
      </b>
      <span>
        {kind === 'left' && (at === null ? <Trans>left</Trans> : <Trans>left at {at}</Trans>)}
        {kind === 'over' && (at === null ? <Trans>over</Trans> : <Trans>over at {at}</Trans>)}
        {kind === 'held' && <Trans>clock stands</Trans>}
        {kind === 'waiting' && <Trans>waiting, no target</Trans>}
      </span>
    </div>
  );
}
