/** One round trip of the `clock` message: device times from performance.now(), the server's as epoch ms. */
export interface ClockSample {
  readonly sentAt: number;
  readonly heardAt: number;
  readonly serverTime: number;
}

export const SAMPLES = 8;
export const RESYNC_EVERY_MS = 60_000;
/** A frame, or the device's own clock, that disagrees by more than this starts the measuring anew. */
export const TOLERANCE_MS = 2_000;

/** The server's clock as this device knows it: server time = offset + performance.now(). */
export interface ServerClock {
  readonly offset: number | null;
  /** the best round trip of the round under way, null before the first */
  readonly best: ClockSample | null;
  /** samples heard in this round */
  readonly heard: number;
}

export const unsetClock: ServerClock = { offset: null, best: null, heard: 0 };

/** How long the round trip took, in ms. */
export const roundTrip = (sample: ClockSample): number => sample.heardAt - sample.sentAt;
const offsetOf = (sample: ClockSample): number => sample.serverTime - (sample.sentAt + sample.heardAt) / 2;

/**
 * Takes a round trip. The offset is that of the shortest of a round of eight: an average would be pulled by each slow one.
 * A clock without an offset takes its first sample at once; one that has an offset keeps it until its round is full.
 */
export function hearSample(clock: ServerClock, sample: ClockSample): ServerClock {
  const best = clock.best === null || roundTrip(sample) < roundTrip(clock.best) ? sample : clock.best;
  const heard = clock.heard + 1;
  const settled = clock.offset === null || heard >= SAMPLES;
  return { offset: settled ? offsetOf(best) : clock.offset, best, heard };
}

/** A new round: the offset stands until the round has something better. */
export const newRound = (clock: ServerClock): ServerClock => ({ ...clock, best: null, heard: 0 });

/**
 * A frame's own time is a first guess, and a lower bound: an offset that lies under it by more than the tolerance is of before a sleep.
 * One that lies over it may only mean a late frame; `disagrees` says when to measure.
 */
export function hearFrameTime(clock: ServerClock, serverTime: number, heardAt: number): ServerClock {
  if (clock.offset !== null && serverTime - (clock.offset + heardAt) <= TOLERANCE_MS) return clock;
  return { ...clock, offset: serverTime - heardAt };
}

/** Whether a frame's time is so far from ours that a new round is due. */
export const disagrees = (clock: ServerClock, serverTime: number, heardAt: number): boolean =>
  clock.offset === null || Math.abs(clock.offset + heardAt - serverTime) > TOLERANCE_MS;

/** The server's time at a device time, null before anything was heard. */
export const serverTimeAt = (clock: ServerClock, deviceTime: number): number | null =>
  clock.offset === null ? null : clock.offset + deviceTime;

/** Whether Date.now() and performance.now() went apart since `before` (their difference then): the device slept, or its clock was set. */
export const driftedApart = (before: number, dateNow: number, performanceNow: number): boolean =>
  Math.abs(dateNow - performanceNow - before) > TOLERANCE_MS;

/** Milliseconds from a server time to its next full second: screens side by side tick together. */
export const untilNextSecond = (serverTime: number): number => 1_000 - (((serverTime % 1_000) + 1_000) % 1_000);
