import { offsetsOfYear } from '../calendar/offsets-of-year.js';
import { toWall } from '../calendar/zone.js';

/** Monday's first hour is 0, Sunday's last 167. */
export const hoursOfWeek = 168;
const hour = 3_600_000;
/** The epoch began on a Thursday. */
const hoursBeforeEpoch = 72;

/**
 * The hour of the week that a zone's wall clock shows at an instant. An hour that the clock repeats is one and the same both times, one that
 * it jumps over never comes: how much time an hour had in a period is said by `timeByHour`.
 */
export const hourOfWeek = (zone: string, instant: number): number => hourOfWall(toWall(zone, instant));

/** The day of an hour of the week, Monday 0, and the hour of that day. */
export const dayAndHour = (index: number): { readonly weekday: number; readonly hour: number } => ({
  weekday: Math.floor(index / 24),
  hour: index % 24,
});

/** By how much (milliseconds) a zone's wall clock is ahead of UTC; `until` null: to the end of the period and beyond. */
export interface Offset {
  readonly until: number | null;
  readonly offset: number;
}

/** The offsets of a zone over a period, in order: what whoever sorts many instants into hours (a database) needs to know. */
export function offsetsOver(zone: string, from: number, to: number): readonly Offset[] {
  const spans = spansOver(zone, from, to);
  return spans.map(({ until, offset }, index) => ({ until: index === spans.length - 1 ? null : until, offset }));
}

/** Milliseconds of the period [from, to) that fell in each hour of the week: 3 h in a month that jumps over it once, 5 h in one that repeats it. */
export function timeByHour(zone: string, from: number, to: number): readonly number[] {
  const time = new Array<number>(hoursOfWeek).fill(0);
  for (const span of spansOver(zone, from, to)) {
    const end = Math.min(span.until, to) + span.offset;
    for (let wall = Math.max(span.from, from) + span.offset; wall < end; ) {
      const next = Math.min(end, (Math.floor(wall / hour) + 1) * hour);
      const index = hourOfWall(wall);
      time[index] = (time[index] ?? 0) + next - wall;
      wall = next;
    }
  }
  return time;
}

interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

function spansOver(zone: string, from: number, to: number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year += 1) {
    for (const span of offsetsOfYear(zone, year)) {
      const last = spans.at(-1);
      if (span.until <= from || span.from >= to) continue;
      if (last?.offset === span.offset) spans[spans.length - 1] = { ...last, until: span.until };
      else spans.push(span);
    }
  }
  return spans;
}

const hourOfWall = (wall: number): number => (((Math.floor(wall / hour) + hoursBeforeEpoch) % hoursOfWeek) + hoursOfWeek) % hoursOfWeek;
