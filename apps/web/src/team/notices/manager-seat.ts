import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { linkStore } from '../../console/console-link.js';
import { seenHere } from '../../ringing/seen-here.js';
import { team } from '../team-store.js';
import { alertsOf, unseenBy } from './manager-alerts.js';
import { managedTeam } from './manager-choice.js';

/** Who sits here, in the words of a policy. */
export const listener = (): string => `manager:${managedTeam()}`;

/** Whether the page hears what there is. */
export const isLive = (): boolean => ['live', 'reconnecting'].includes(linkStore.getState().freshness);

/** What of the open alerts is his who sits here, and not seen by him; null: the page does not know them. */
export function ownAlerts(): readonly LiveAlert[] | null {
  const alerts = team.stream.state?.alerts;
  const manager = listener();
  return alerts === undefined ? null : unseenBy(alertsOf(alerts, manager), manager, seenHere(manager));
}
