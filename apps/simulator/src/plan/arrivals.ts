import { busyness } from './busy-hours.js';
import { type Floor, hour, type Span, second, target } from './floor.js';
import { randomOf } from './random.js';
import type { Arrival } from './story.js';

/** Names everything of one floor: two that play into one log are two floors, the same one again says the same again. */
export const prefixOf = ({ seed }: Floor): string => `sim${seed}`;

/** Who comes in the hour that begins at `from`, in the order of time: a function of the floor and the hour alone. */
export function arrivalsOf(floor: Floor, from: number): readonly Arrival[] {
  const random = randomOf(floor.seed, 'arrivals', from, floor.leadsPerHour);
  const count = random.poisson(floor.leadsPerHour * busyness(floor.zone, from));
  const name = `${prefixOf(floor)}-${Math.floor(from / hour).toString(36)}`;
  return Array.from({ length: count }, () => Math.floor(from + random.unit() * hour))
    .toSorted((a, b) => a - b)
    .map((at, i) => ({ lead: `${name}-${i}`, at, isForgotten: false }));
}

/** The leads that turn late soon after the plan has met the clock, each so many seconds after it. */
const turnLateAfter = [75, 170, 320] as const;

/** Leads that nobody hurries to, so that one turns late before the eyes of whoever has just opened the wall. */
export function openingScene(floor: Floor, { liveFrom }: Span): readonly Arrival[] {
  if (liveFrom === null) return [];
  const name = `${prefixOf(floor)}-opening-${liveFrom.toString(36)}`;
  return turnLateAfter.map((seconds, i) => ({ lead: `${name}-${i}`, at: liveFrom + seconds * second - target, isForgotten: true }));
}
