import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useLive } from '../console/use-console.js';
import { AlertReason } from '../ringing/alert-reason.js';
import { floor, rep } from './streams.js';

/** Why this rep is told of a lead. */
export const OwnReason = ({ alert }: { alert: LiveAlert }) => <AlertReason alert={alert} told={toldTo(alert)} />;

/** What an alert says of a lead's wait, by whose lead it is. */
export function toldTo({ to, owner, moved }: LiveAlert): (time: string, ahead: boolean) => ReactNode {
  if (owner !== null && owner !== rep) return (time, ahead) => <WithOther time={time} isAhead={ahead} owner={owner} />;
  const isTeams = owner === null && moved !== true && to?.some((told) => told.startsWith('team:')) === true;
  const whose = owner === rep ? 'yours' : isTeams ? 'teams' : 'nobodys';
  return (time, ahead) => <Told time={time} isAhead={ahead} whose={whose} />;
}

/** The same of a lead that somebody else has: a policy can name more people than its owner. */
function WithOther({ time, isAhead: ahead, owner }: { time: string; isAhead: boolean; owner: string }) {
  const name = useLive(floor, (state) => state?.reps[owner]?.name ?? owner);
  return ahead ? (
    <Trans>
      {time} left, with {name}
    </Trans>
  ) : (
    <Trans>
      {time} over, with {name}
    </Trans>
  );
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
