import type { Pace } from './play.js';

/** All of the plan is past: hand it over as fast as the door takes it. */
export const atOnce: Pace = () => Number.POSITIVE_INFINITY;

/**
 * Plays from `from` on, `speed` times as fast as time, beginning when the clock shows `startedAt`; never ahead of the clock. So what begins in the
 * past catches up, and goes on with the clock from there.
 */
export const atSpeed =
  ({ from, startedAt, speed }: { readonly from: number; readonly startedAt: number; readonly speed: number }): Pace =>
  (now) =>
    Math.min(now, from + (now - startedAt) * speed);
