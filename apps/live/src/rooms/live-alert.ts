import { toldIn } from '@leadclock/domain/alerts/audience.js';
import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import type { AlertRow } from '@leadclock/read-model/queries/alerts.query.js';
import type { Faces, FloorSources } from './floor-sources.js';

/** Of those that are open so many are told on a stream, the latest. */
const most = 200;

const MANAGER = 'manager:';

type Alerts = FloorSources['alerts'];

/** Those that the floor hears of. */
const ofFloor = (alerts: Alerts): Alerts => alerts.slice(-most);

/** Chosen once of a list, which stays the same until an alert changes: each team's stream asks, and thousands may be open. */
const chosen = new WeakMap<Alerts, Alerts>();

/** Those that managers are told, of whichever team: who watches one may manage another. */
function ofManagers(alerts: Alerts): Alerts {
  const before = chosen.get(alerts);
  if (before !== undefined) return before;
  const latest: AlertRow[] = [];
  // from the end: of thousands the first are not looked at
  for (let at = alerts.length - 1; at >= 0 && latest.length < most; at--) {
    const alert = alerts[at];
    if (alert?.rep != null && tellsManager(alert.rep)) latest.push(alert);
  }
  const told = latest.toReversed();
  chosen.set(alerts, told);
  return told;
}

/** A word tells most apart before anything is read. */
const tellsManager = (rep: string): boolean => rep.includes(MANAGER) && toldIn(rep).some((told) => told.startsWith(MANAGER));

export const floorAlerts = (alerts: Alerts, names: Faces['names']): Record<string, LiveAlert> => byId(ofFloor(alerts), names);
export const managersAlerts = (alerts: Alerts, names: Faces['names']): Record<string, LiveAlert> => byId(ofManagers(alerts), names);

/** The leads of all alerts that any stream tells. */
export const alertedLeads = (alerts: Alerts): string[] => [...new Set([...ofFloor(alerts), ...ofManagers(alerts)].map(({ lead }) => lead))];

const byId = (alerts: Alerts, names: Faces['names']): Record<string, LiveAlert> =>
  Object.fromEntries(alerts.map((alert) => [alert.id, liveAlert(alert, names)]));

/** As it was shown last: of two hundred alerts a moment changes a few, and the others need not be written down again to see that. */
const shownBefore = new WeakMap<AlertRow, LiveAlert>();

function liveAlert(alert: AlertRow, names: Faces['names']): LiveAlert {
  const before = shownBefore.get(alert);
  if (before !== undefined && before.name === (names.get(alert.lead) ?? alert.lead)) return before;
  const shown = freshAlert(alert, names);
  shownBefore.set(alert, shown);
  return shown;
}

const freshAlert = (alert: AlertRow, names: Faces['names']): LiveAlert => ({
  alert: alert.id,
  lead: alert.lead,
  name: names.get(alert.lead) ?? alert.lead,
  step: alert.step,
  due: alert.dueAt,
  target: alert.targetAt,
  ...(alert.isAnswered && { answered: true }),
  raised: alert.raisedAt,
  to: alert.rep === null ? null : [...toldIn(alert.rep)],
  owner: alert.owner,
  ...(alert.moved && { moved: true }),
  team: alert.team,
  unconfirmed: alert.unconfirmed,
  acknowledgedBy: alert.acknowledgedBy,
  retracted: alert.ended === 'retracted',
  ...(alert.snoozedUntil !== null && alert.snoozedBy !== null
    ? { snoozed: { until: alert.snoozedUntil, by: alert.snoozedBy, reason: alert.snoozedReason } }
    : {}),
});
