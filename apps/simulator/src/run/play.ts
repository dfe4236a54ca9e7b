import { setTimeout as pause } from 'node:timers/promises';
import type { Planned } from '../plan/planned.js';
import { type FrontDoor, postBatch } from './front-door.js';

/** Which instant of the plan it is, when the clock shows `now`. Infinity: all of it is past. */
export type Pace = (now: number) => number;

export interface Play {
  readonly plan: Iterator<Planned, void>;
  readonly door: FrontDoor;
  readonly pace: Pace;
  /** real instants, epoch milliseconds */
  readonly clock: () => number;
  /** told after each batch */
  readonly onPosted?: (totals: Totals) => void;
}

export interface Totals {
  readonly events: number;
  readonly accepted: number;
  readonly rejected: number;
  /** what the door said of the first ones it did not take */
  readonly problems: readonly string[];
}

/** A batch holds at most so many events: at a few hundred bytes each it stays well below the door's 1 MB. */
const largestBatch = 1_000;
const mostProblems = 5;
/** Asked again at least this often what time it is: the machine may have slept, and the clock may have been set. */
const longestNap = 1_000;
const shortestNap = 20;

/** Hands the plan to the door, each event at its time and none before it; ends with the plan, or at the door's signal. Answers what became of it. */
export async function play({ plan, door, pace, clock, onPosted }: Play): Promise<Totals> {
  let totals: Totals = { events: 0, accepted: 0, rejected: 0, problems: [] };
  let next = plan.next();
  while (next.done !== true && !door.signal.aborted) {
    const batch: Planned[] = [];
    const now = pace(clock());
    while (next.done !== true && next.value.deliverAt <= now && batch.length < largestBatch) {
      batch.push(next.value);
      next = plan.next();
    }
    if (batch.length > 0) {
      const posted = await postBatch(door, batch);
      if (posted === null) return totals;
      totals = {
        events: totals.events + batch.length,
        accepted: totals.accepted + posted.accepted,
        rejected: totals.rejected + posted.problems.length,
        problems: [...totals.problems, ...posted.problems].slice(0, mostProblems),
      };
      onPosted?.(totals);
    } else if (next.done !== true) {
      const wait = Math.max(shortestNap, Math.min(longestNap, next.value.deliverAt - now));
      await pause(wait, undefined, { signal: door.signal }).catch(() => undefined);
    }
  }
  return totals;
}
