import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { isPutOff, lastOfLeads } from '../../ringing/live-alert.js';

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

/** Those that a manager has not seen: `seen` are those that somebody else had seen before him. */
export const unseenBy = (mine: readonly LiveAlert[], manager: string, seen: ReadonlySet<string>): readonly LiveAlert[] =>
  mine.filter(({ alert, acknowledgedBy }) => acknowledgedBy !== manager && !seen.has(alert));

/** Those that a page shows: of each lead what was told last, while it stands and is not put off; the latest first. */
export const alertsToShow = (mine: readonly LiveAlert[], asOf: number): readonly LiveAlert[] =>
  [...lastOfLeads(mine.filter((alert) => !alert.retracted && !isPutOff(alert, asOf)))].sort(
    (a, b) => b.raised - a.raised || (a.alert < b.alert ? -1 : 1),
  );
