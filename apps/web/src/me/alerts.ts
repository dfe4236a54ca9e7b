import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { asTold, isCall, isPutOff, lastOfLeads, lateFrom, tellingOf } from '../ringing/live-alert.js';

type Alerts = Readonly<Record<string, LiveAlert>>;

/** Who sits at the page. */
export interface Seat {
  readonly rep: string;
  /** null: he has none, or it is not known */
  readonly team: string | null;
  /** alerts that he has seen after somebody else had: the server keeps the first of them only */
  readonly seen: ReadonlySet<string>;
  /** whether a rep is one of the site who is there */
  readonly isThere: (rep: string) => boolean;
}

/** Whether it tells reps: by name, with their team, or with everybody; a manager, a screen or a channel alone are others. */
const tellsReps = ({ to }: LiveAlert): boolean => to === null || to.some((told) => !/^(manager|screen|channel):/.test(told));

/**
 * Whether an alert tells this rep: by name, with his team, or with everybody. Of a lead that has another owner since, it tells him who can act now, its
 * owner, as far as he is there, and of one that was given back everybody, as of any lead that is nobody's. A promised call is told who promised it,
 * whosever the lead is.
 */
function tells(alert: LiveAlert, { rep, team, isThere }: Seat): boolean {
  const { to, owner } = alert;
  if (alert.moved === true && !isCall(alert) && tellsReps(alert) && (owner === null || isThere(owner)))
    return owner === null || owner === rep;
  return to === null || to.includes(rep) || (team !== null && to.includes(`team:${team}`));
}

/** What he saw while the lead was somebody else's he has not seen as its owner. */
const isSeen = (alert: LiveAlert, { rep, seen }: Seat): boolean =>
  (alert.moved !== true && alert.acknowledgedBy === rep) || seen.has(tellingOf(alert));

/** Whoever had it put it off for himself: not for who has it now. */
const isPutOffFor = (alert: LiveAlert, { rep }: Seat, asOf: number): boolean =>
  isPutOff(alert, asOf) && !(alert.moved === true && alert.owner === rep && alert.snoozed?.by !== rep);

/**
 * What of the open alerts is this rep's to see, not seen by him yet and not put off: of each lead what was told last; the earliest target first.
 */
export function alertsFor(alerts: Alerts, seat: Seat, asOf: number): readonly LiveAlert[] {
  const mine = Object.values(alerts).filter((alert) => tells(alert, seat) && !isSeen(alert, seat) && !isPutOffFor(alert, seat, asOf));
  return [...lastOfLeads(mine)].sort((a, b) => lateFrom(a) - lateFrom(b) || (a.alert < b.alert ? -1 : 1));
}

/** All that a rep says he has seen with one of them: what else tells him of the same lead. */
export const seenWith = (alerts: Alerts, { lead }: LiveAlert, seat: Seat): readonly LiveAlert[] =>
  Object.values(alerts).filter((alert) => alert.lead === lead && tells(alert, seat) && !isSeen(alert, seat));

/** The alert of a lead that tells this rep and stands, the last one told; null: none does. */
export const alertOf = (alerts: Alerts, lead: string, seat: Seat): LiveAlert | null =>
  Object.values(alerts)
    .filter((alert) => alert.lead === lead && tells(alert, seat) && !alert.retracted)
    .sort(asTold)
    .at(-1) ?? null;

/** Changes with each alert of a lead that is raised, ends or is put off. */
export const alertsHeard = (alerts: Alerts, lead: string): string =>
  Object.values(alerts)
    .flatMap((one) => (one.lead === lead ? [`${one.alert} ${one.retracted} ${one.snoozed?.until ?? ''}`] : []))
    .sort()
    .join(' ');
