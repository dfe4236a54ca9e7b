import type { CalendarSettings } from '../configuration/configuration.js';
import { weekdays } from '../events/configuration-events.js';
import { offsetsOfYear } from './offsets-of-year.js';
import { weekday } from './zone.js';

const dayMs = 86_400_000;
const minute = 60_000;

/**
 * When a calendar is open in one year of UTC: spans [start, end) of instants, in order and apart, and the open milliseconds
 * of the year before each of them, so that any instant or length is found by halving.
 */
export interface OpenYear {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  /** open milliseconds of the whole year */
  readonly total: number;
}

/**
 * Builds a year of a calendar. An instant is open if the wall clock of the zone then shows a time within the hours of its day:
 * an hour that the clock repeats is open both times, one that it jumps over never, and a day that it skips is none.
 */
export function buildOpenYear(settings: CalendarSettings, year: number): OpenYear {
  const holidays = new Set(settings.holidays.map((date) => Date.parse(`${date}T00:00:00Z`)));
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, until, offset } of offsetsOfYear(settings.zone, year)) {
    for (let midnight = Math.floor((from + offset) / dayMs) * dayMs; midnight < until + offset; midnight += dayMs) {
      if (holidays.has(midnight)) continue;
      for (const [opens, closes] of hoursOf(settings, midnight)) {
        const start = Math.max(midnight + opens * minute - offset, from);
        const end = Math.min(midnight + closes * minute - offset, until);
        if (start >= end) continue;
        // a span that goes on where the one before ends, as over midnight, is the same one
        if (ends.length > 0 && ends.at(-1) === start) ends[ends.length - 1] = end;
        else {
          starts.push(start);
          ends.push(end);
        }
      }
    }
  }
  return withSums(starts, ends);
}

/** The open milliseconds of a year before an instant of it. */
export function openBefore({ starts, ends, before }: OpenYear, instant: number): number {
  const i = lastBelow(starts, instant);
  return i < 0 ? 0 : at(before, i) + Math.min(instant, at(ends, i)) - at(starts, i);
}

/** The first instant at which `open` milliseconds of a year have passed, 0 < open <= total. */
export function instantAfter({ starts, before }: OpenYear, open: number): number {
  const i = lastBelow(before, open);
  return at(starts, i) + open - at(before, i);
}

const noHours: readonly (readonly [number, number])[] = [];

function hoursOf(settings: CalendarSettings, midnight: number): readonly (readonly [number, number])[] {
  const name = weekdays[weekday(midnight)];
  return name === undefined ? noHours : settings.week[name];
}

function withSums(starts: readonly number[], ends: readonly number[]): OpenYear {
  const before = new Float64Array(starts.length);
  let total = 0;
  for (const [i, end] of ends.entries()) {
    before[i] = total;
    total += end - (starts[i] ?? end);
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), before, total };
}

/** The place of the last number below a limit in an ascending list; -1: none is. */
function lastBelow(sorted: Float64Array, limit: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(sorted, middle) < limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

const at = (list: Float64Array, i: number): number => list[i] ?? Number.NaN;
