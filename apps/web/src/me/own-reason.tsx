import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { AlertReason } from '../ringing/alert-reason.js';
import { rep } from './streams.js';

/** Why this rep is told of a lead. */
export const OwnReason = ({ alert }: { alert: LiveAlert }) => <AlertReason alert={alert} told={toldTo(alert)} />;

/** What an alert says of a lead's wait, by whose lead it is. */
export function toldTo({ to }: LiveAlert): (time: string, ahead: boolean) => ReactNode {
  const whose = to?.includes(rep) === true ? 'yours' : to === null ? 'nobodys' : 'teams';
  return (time, ahead) => <Told time={time} isAhead={ahead} whose={whose} />;
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
