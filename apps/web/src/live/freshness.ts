/** How much of what is on the screen may be believed; each step says more loudly that it may not. */
export type Freshness = 'starting' | 'loading' | 'live' | 'reconnecting' | 'stale' | 'unknown' | 'gone';

/** What freshness is made of, in ms of one monotonic clock. */
export interface Silence {
  readonly now: number;
  readonly startedAt: number;
  /** the last frame of any kind, null before the first */
  readonly lastFrameAt: number | null;
  /** since when the link is known to be cut or in doubt; null while it stands */
  readonly cutAt: number | null;
  /** whether there is a state to show */
  readonly hasState: boolean;
}

/** A cut shorter than this shows nothing. */
export const CUT_UNSEEN_MS = 2_000;
/** Heartbeats come each 5 s: silence of a link that seems to stand is a cut that began after the last one was due. */
const HEARTBEAT_DUE_MS = 5_000;
export const STALE_AFTER_MS = 10_000;
export const UNKNOWN_AFTER_MS = 60_000;
export const GONE_AFTER_MS = 300_000;
/** A skeleton that shows for less than this is only a flash. */
export const LOADING_AFTER_MS = 300;

/** The step of the ladder: by the age of the last frame of any kind, and for short cuts by their own length. */
export function freshnessAt({ now, startedAt, lastFrameAt, cutAt, hasState }: Silence): Freshness {
  if (!hasState) return beforeState(now - startedAt, lastFrameAt === null ? null : now - lastFrameAt);
  const age = lastFrameAt === null ? now - startedAt : now - lastFrameAt;
  if (age >= GONE_AFTER_MS) return 'gone';
  if (age >= UNKNOWN_AFTER_MS) return 'unknown';
  if (age >= STALE_AFTER_MS) return 'stale';
  const cutFor = cutAt === null ? age - HEARTBEAT_DUE_MS : now - cutAt;
  return cutFor >= CUT_UNSEEN_MS ? 'reconnecting' : 'live';
}

function beforeState(waited: number, age: number | null): Freshness {
  if ((age ?? waited) >= STALE_AFTER_MS) return 'gone';
  return waited < LOADING_AFTER_MS ? 'starting' : 'loading';
}

/** The instant that waits are counted to: the server's now while live, standing still from the step "stale" on. */
export const countedTo = (serverNow: number, lastFrameServerTime: number): number =>
  Math.min(serverNow, lastFrameServerTime + STALE_AFTER_MS);
