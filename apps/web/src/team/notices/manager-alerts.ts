import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { isPutOff } from '../../ringing/live-alert.js';

/** Who is told what the manager of any team is told. */
export const ANY_MANAGER = 'manager:*';

type Alerts = Readonly<Record<string, LiveAlert>>;

/** Whether an alert tells that manager (`manager:north`): who manages any team hears what the manager of one is told, and the other way round. */
const tells = ({ to }: LiveAlert, manager: string): boolean =>
  to?.some((told) => told === manager || (told.startsWith('manager:') && [told, manager].includes(ANY_MANAGER))) === true;

/** What of the open alerts is that manager's, in the order in which it was raised. */
export const alertsOf = (alerts: Alerts, manager: string): readonly LiveAlert[] =>
  Object.values(alerts)
    .filter((alert) => tells(alert, manager))
    .sort((a, b) => a.raised - b.raised || (a.alert < b.alert ? -1 : 1));

/**
 * Which of them a page has to tell: those it has not `seen` open before, that stand, and are not put off. One that has just begun to hear (`seen` null)
 * leaves alone what was raised before `since`: that was told, or missed while no page was open.
 */
export const alertsToTell = (
  mine: readonly LiveAlert[],
  seen: ReadonlySet<string> | null,
  since: number,
  asOf: number,
): readonly LiveAlert[] =>
  mine.filter((alert) => (seen === null ? alert.raised >= since : !seen.has(alert.alert)) && !alert.retracted && !isPutOff(alert, asOf));
