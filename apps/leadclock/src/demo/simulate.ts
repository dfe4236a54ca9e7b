import type { Floor, Span } from '@leadclock/simulator/plan/floor.js';
import { planOf } from '@leadclock/simulator/plan/plan.js';
import { atSpeed } from '@leadclock/simulator/run/pace.js';
import { play, type Totals } from '@leadclock/simulator/run/play.js';

export interface Simulation {
  readonly url: string;
  readonly key: string;
  readonly floor: Floor;
  /** as fast as time: 1 */
  readonly speed: number;
  /** milliseconds of the floor's time; null: until the signal */
  readonly length: number | null;
  readonly signal: AbortSignal;
  readonly onTrouble: (problem: string) => void;
}

/** Plays a floor from now on, or so much of its past that it meets the present when it ends. */
export async function simulate({ floor, speed, length, url, key, signal, onTrouble }: Simulation): Promise<Totals> {
  const startedAt = Date.now();
  // at n times the speed of time this past and the time that passes meanwhile end together
  const from = startedAt - Math.round((length ?? 0) * (1 - 1 / speed));
  const until = length === null ? null : from + length;
  const span: Span = { from, until, liveFrom: speed === 1 ? null : until };
  return play({
    plan: planOf(floor, span),
    door: { url, key, signal, onTrouble },
    pace: atSpeed({ from, startedAt, speed }),
    clock: Date.now,
  });
}
