import fc from 'fast-check';
import { daysOfChange, readClock, readOpen, type SlowClock } from '../calendar/testing/slow-clock.js';
import { strangeZones } from '../calendar/testing/strange-zones.js';
import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { elapsedAt, runClock } from './clocks.js';
import type { Pause } from './lead-state.js';

const minute = 60_000;
const [firstYear, lastYear] = [2010, 2019];
const open: CalendarSettings['week'][keyof CalendarSettings['week']] = [
  [0, 150],
  [180, 720],
  [780, 1440],
];
const shut: typeof open = [[600, 660]];

/** Open around the hours at which clocks change, but for one day. */
function calendarOf(zone: string, holiday: string): readonly Version<CalendarSettings>[] {
  const value = { zone, week: { mon: open, tue: open, wed: open, thu: shut, fri: open, sat: open, sun: open }, holidays: [holiday] };
  return [{ effect: 0, time: 0, source: '/s', id: '1', value }];
}

/** Whole minutes from the start of the stretch: where the lead arrives, what it is given, and the edges of its pauses. */
const leads = (minutes: number) =>
  fc.record({
    start: fc.nat(minutes - 1),
    target: fc.integer({ min: 1, max: 600 }),
    edges: fc.uniqueArray(fc.nat(minutes), { maxLength: 7 }).map((edges) => edges.toSorted((a, b) => a - b)),
  });

/** An odd edge more: it is paused for good. */
const pausesOf = ({ from }: SlowClock, edges: readonly number[]): readonly Pause[] =>
  edges.flatMap((edge, i) => {
    const until = edges[i + 1];
    return i % 2 === 1 ? [] : [{ from: from + edge * minute, until: until === undefined ? null : from + until * minute }];
  });

const isIn = (pauses: readonly Pause[], at: number): boolean =>
  pauses.some(({ from, until }) => from <= at && (until === null || at < until));

/** Counts each minute that is open and not paused; the first not paused at which the target has passed is the deadline. */
function slowClock(clock: SlowClock, minutes: Uint8Array, start: number, target: number, pauses: readonly Pause[]) {
  let worked = 0;
  let waited = 0;
  let due: number | null = null;
  for (let i = start; i < minutes.length; i += 1) {
    const at = clock.from + i * minute;
    if (isIn(pauses, at)) continue;
    if (worked >= target) due ??= at;
    waited += 1;
    worked += minutes[i] ?? 0;
    // the end of a minute that is open is an instant before the next begins, unless a pause begins there
    if (worked >= target && !isIn(pauses, at + minute)) due ??= at + minute;
  }
  // a pause that begins at the deadline may end with the stretch
  const end = clock.from + minutes.length * minute;
  if (worked >= target && !isIn(pauses, end)) due ??= end;
  return { due, worked: worked * minute, waited: waited * minute };
}

it.each(strangeZones)('leads with pauses in %s have the deadlines that minutes counted one by one give them', (zone) => {
  for (const [from, until] of daysOfChange(zone, firstYear, lastYear)) {
    const clock = readClock(zone, from, until);
    const calendar = calendarOf(zone, clock.dates[0] ?? '');
    const { open: minutes } = readOpen(clock, calendar);
    const agrees = fc.property(leads(minutes.length), ({ start, target, edges }) => {
      const pauses = pausesOf(clock, edges);
      const slow = slowClock(clock, minutes, start, target, pauses);
      const ours = runClock(clock.from + start * minute, target * minute, calendar, pauses);
      expect(elapsedAt(ours, calendar, until)).toEqual({ worked: slow.worked, waited: slow.waited });
      expect(ours.dueAt !== null && ours.dueAt <= until ? ours.dueAt : null).toBe(slow.due);
    });
    const last = minutes.length;
    const endsWithIt = { start: 0, target: 8, edges: [0, last - 27, last - 19, last] };
    fc.assert(agrees, { numRuns: 20, examples: [[endsWithIt]] });
  }
});
