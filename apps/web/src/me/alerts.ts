import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';

type Alerts = Readonly<Record<string, LiveAlert>>;

/** Who sits at the page. */
export interface Seat {
  readonly rep: string;
  /** null: he has none, or it is not known */
  readonly team: string | null;
  /** alerts that he has seen after somebody else had: the server keeps the first of them only */
  readonly seen: ReadonlySet<string>;
}

/** Whether an alert tells this rep: by name, with his team, or with everybody. */
const tells = ({ to }: LiveAlert, { rep, team }: Seat): boolean =>
  to === null || to.includes(rep) || (team !== null && to.includes(`team:${team}`));

const isSeen = ({ alert, acknowledgedBy }: LiveAlert, { rep, seen }: Seat): boolean => acknowledgedBy === rep || seen.has(alert);

/** Whether it is put off: until then nobody is to be told of it. */
export const isPutOff = ({ snoozed, retracted }: LiveAlert, asOf: number): boolean =>
  !retracted && snoozed !== undefined && snoozed.until > asOf;

/**
 * What of the open alerts is this rep's to see, not seen by him yet and not put off: of each lead what was told last; the earliest target first.
 */
export function alertsFor(alerts: Alerts, seat: Seat, asOf: number): readonly LiveAlert[] {
  const ofLeads = new Map<string, LiveAlert>();
  const mine = Object.values(alerts).filter((alert) => tells(alert, seat) && !isSeen(alert, seat) && !isPutOff(alert, asOf));
  for (const alert of mine.sort(asTold)) {
    // one that was taken back gives way to one that stands
    if (!alert.retracted || ofLeads.get(alert.lead)?.retracted !== false) ofLeads.set(alert.lead, alert);
  }
  return [...ofLeads.values()].sort((a, b) => lateFrom(a) - lateFrom(b) || (a.alert < b.alert ? -1 : 1));
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

/** Whether it tells of a call that was promised for its instant. */
export const isCall = ({ step }: LiveAlert): boolean => step === 'call_back';

/** Since when the lead is late; of one without a target, and of a call, since its step was due. */
export const lateFrom = (alert: LiveAlert): number => (isCall(alert) ? alert.due : (alert.target ?? alert.due));

/** Whether the target is still ahead: the step tells of it beforehand. It is at least as late as when it was raised: a page's clock can be behind a little. */
export const isAhead = (alert: LiveAlert, asOf: number): boolean => lateFrom(alert) > Math.max(asOf, alert.raised);

const asTold = (a: LiveAlert, b: LiveAlert): number => a.due - b.due || (a.alert < b.alert ? -1 : 1);

/** Which of them to ring for: each once in the life of the browser, and never for one that was taken back. */
export const toRing = (mine: readonly LiveAlert[], rung: ReadonlySet<string>): readonly LiveAlert[] =>
  mine.filter((alert) => !alert.retracted && !rung.has(alert.alert));

/** How many rings a browser remembers: more than can be open at once. */
export const RINGS_KEPT = 500;

/** The list of rings after one more, the latest last. */
export const withRing = (rung: readonly string[], alert: string): readonly string[] =>
  rung.includes(alert) ? rung : [...rung, alert].slice(-RINGS_KEPT);

/** A remembered list of rings; what cannot be read is an empty one. */
export function readRings(text: string | null): readonly string[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** The title of the page: how many are late, the longest wait, and what the page is. */
export const titleOf = (count: number, wait: string | null, page: string): string =>
  count === 0 || wait === null ? page : `(${count}) ▲ ${wait} · ${page}`;
