import type { WallState, Win } from '@leadclock/live-protocol/protocol.js';
import { STALE_AFTER_MS } from '../../live/freshness.js';
import type { WallView } from '../../live/wall-store.js';

export type BreachAlert = WallState['alerts'][number];

/**
 * What the eye of the moments keeps: ids that were on the wall before, the latest last, when it heard the last frame, and until when nothing is
 * news. Both instants are the device's: a server whose clock was set was not silent, a device that slept heard nothing.
 */
export interface Watch {
  readonly seen: readonly string[];
  readonly heardAt: number;
  readonly quietUntil: number;
}

/** More ids than two full lists hold, so that none of them can come up as new again. */
export const SEEN_AT_MOST = 64;
/** the lists of the state are this long at most; what enters at the end of a full one is older than what it had */
const ALERTS = 12;
const WINS = 3;
/** after a gap the server may tell in several frames what was missed */
const SETTLE_MS = 2_000;

export const watchFrom = (seen: readonly string[]): Watch => ({ seen: seen.slice(-SEEN_AT_MOST), heardAt: 0, quietUntil: 0 });

/**
 * What happened between two views of the wall that is worth a moment: alerts and wins that were never on it before. What is heard with the
 * first state, after a silence of 10 s or while the server still catches up is known from then on, but has no moment: it is not of now.
 */
export function lookAt(watch: Watch, before: WallView, after: WallView, at: number) {
  const nothing = { breaches: [], wins: [] } as { readonly breaches: readonly BreachAlert[]; readonly wins: readonly Win[] };
  const heard = after.lastFrame !== before.lastFrame;
  const silent = before.state === null || (heard && at - watch.heardAt > STALE_AFTER_MS) || delayed(after);
  const quietUntil = silent ? at + SETTLE_MS : watch.quietUntil;
  const heardAt = heard ? at : watch.heardAt;
  const { state } = after;
  if (state === null || state === before.state) return { watch: { ...watch, heardAt, quietUntil }, ...nothing };
  const seen = remember(watch.seen, [...state.alerts.map(alertId), ...state.wins.map(winId)]);
  const next = { seen, heardAt, quietUntil };
  if (at < quietUntil || state.pending === 'catching_up' || before.state?.pending === 'catching_up') return { watch: next, ...nothing };
  return {
    watch: next,
    breaches: entered(before.state?.alerts ?? [], state.alerts, alertId, ALERTS).filter((one) => !watch.seen.includes(alertId(one))),
    wins: entered(before.state?.wins ?? [], state.wins, winId, WINS).filter((one) => !watch.seen.includes(winId(one))),
  };
}

const alertId = ({ alert }: BreachAlert): string => `alert ${alert}`;
const winId = ({ id }: Win): string => `win ${id}`;

/** A frame that was on its way for so long comes from a line that was cut off. */
const delayed = ({ now, lastFrame }: WallView): boolean => lastFrame === null || now - lastFrame > STALE_AFTER_MS;

/** What a list, the latest first, has that it had not; of a full one only what came on top. */
function entered<T>(before: readonly T[], after: readonly T[], idOf: (one: T) => string, limit: number): readonly T[] {
  const known = new Set(before.map(idOf));
  const firstKnown = after.findIndex((one) => known.has(idOf(one)));
  const news = before.length >= limit && firstKnown >= 0 ? after.slice(0, firstKnown) : after;
  return news.filter((one) => !known.has(idOf(one)));
}

/** Ids of now move to the end: those that are still on the wall are never the ones that are forgotten. */
function remember(seen: readonly string[], now: readonly string[]): readonly string[] {
  const onWall = new Set(now);
  const next = [...seen.filter((id) => !onWall.has(id)), ...now].slice(-SEEN_AT_MOST);
  return next.length === seen.length && next.every((id, at) => id === seen[at]) ? seen : next;
}
