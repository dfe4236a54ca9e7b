import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import { useWords } from '../clock/words.js';
import { useClock, useLink } from '../console/use-console.js';
import { isAhead, isCall, lateFrom } from './alerts.js';
import { rep } from './streams.js';

/** Why somebody is told of a lead. */
export function AlertReason({ alert }: { alert: LiveAlert }) {
  const words = useWords();
  const asOf = useLink((view) => view.asOf);
  if (isCall(alert)) return <Promised alert={alert} />;
  if (alert.retracted) return <Trans>was answered in time after all</Trans>;
  if (alert.answered === true) return <Trans>answered, nobody has spoken with them yet</Trans>;
  const time = words.wait(Math.abs(asOf - lateFrom(alert)));
  const isYours = alert.to?.includes(rep) === true;
  return <Told time={time} isAhead={isAhead(alert, asOf)} whose={isYours ? 'yours' : alert.to === null ? 'nobodys' : 'teams'} />;
}

/** A call that is due, and for when it was promised. */
function Promised({ alert }: { alert: LiveAlert }) {
  const clock = useClock();
  const at = clock.short(alert.due);
  if (alert.retracted) return <Trans>the call is not due any more</Trans>;
  return <Trans>Call back now · promised for {at}</Trans>;
}

/** How long it is until the target or beyond it, and whose lead it is. */
function Told({ time, isAhead: ahead, whose }: { time: string; isAhead: boolean; whose: 'yours' | 'teams' | 'nobodys' }) {
  if (ahead)
    return whose === 'yours' ? (
      <Trans>{time} left, yours</Trans>
    ) : whose === 'teams' ? (
      <Trans>{time} left, your team’s</Trans>
    ) : (
      <Trans>{time} left, nobody’s</Trans>
    );
  return whose === 'yours' ? (
    <Trans>{time} over, yours</Trans>
  ) : whose === 'teams' ? (
    <Trans>{time} over, your team’s</Trans>
  ) : (
    <Trans>{time} over, nobody’s</Trans>
  );
}
