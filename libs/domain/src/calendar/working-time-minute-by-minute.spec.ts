import fc from 'fast-check';
import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { daysOfChange, readClock, readOpen, type SlowClock, slowAdd, slowBetween } from './testing/slow-clock.js';
import { strangeZones } from './testing/strange-zones.js';
import { addWorking, workingBetween } from './working-time.js';

/** `CALENDAR_MINUTES=all` reads every minute of the ten years, and asks for 100,000 deadlines: some ten minutes. */
const everyMinute = process.env['CALENDAR_MINUTES'] === 'all';
const [firstYear, lastYear] = [2010, 2019];
const minute = 60_000;
const day = 24 * 60 * minute;
const leadsEach = everyMinute ? 1_200 : 20;

/** A few minutes of the day around which clocks change, and any other. */
const timeOfDay = fc.oneof(fc.constantFrom(0, 1, 60, 90, 120, 135, 150, 180, 1380, 1410, 1440), fc.integer({ min: 0, max: 1440 }));
const hours = fc
  .uniqueArray(timeOfDay, { maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))
  .chain((times) =>
    fc.boolean().map((touching) => (touching ? times.slice(1).map((to, i) => [times[i] ?? 0, to] as const) : inPairs(times))),
  );
const inPairs = (times: readonly number[]): (readonly [number, number])[] =>
  times.flatMap((from, i) => (i % 2 === 0 && times[i + 1] !== undefined ? [[from, times[i + 1] ?? from] as const] : []));

/** A calendar of up to three versions that come into force in the stretch or long before. */
function anyCalendar(zone: string, clock: SlowClock): fc.Arbitrary<Version<CalendarSettings>[]> {
  const until = clock.from + clock.times.length * minute;
  const holiday = fc.constantFrom(...new Set(clock.dates));
  const settings = fc.record({
    zone: fc.constant(zone),
    week: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
    holidays: fc.array(holiday, { maxLength: 1 }),
  });
  const effect = fc.oneof(
    fc.constant(0),
    fc.integer({ min: clock.from / minute, max: until / minute - 1 }).map((at) => at * minute),
  );
  return fc
    .array(fc.tuple(effect, settings), { minLength: 1, maxLength: 3 })
    .map((versions) =>
      versions
        .toSorted(([a], [b]) => a - b)
        .map(([at, value], i): Version<CalendarSettings> => ({ effect: at, time: at, source: '/s', id: `${i}`, value })),
    );
}

function same(what: string, at: number, ours: number | null, slow: number | null): void {
  if (ours !== slow) throw new Error(`${what} ${new Date(at).toISOString()}: ${ours}, minute by minute ${slow}`);
}

function agree(zone: string, clock: SlowClock, numRuns: number): void {
  const until = clock.from + clock.times.length * minute;
  const anyInstant = fc.integer({ min: clock.from, max: until - 1 });
  const lead = fc.tuple(anyInstant, anyInstant, fc.integer({ min: 1, max: 2 * day }));
  const leads = fc.array(lead, { minLength: leadsEach, maxLength: leadsEach });
  const agrees = fc.property(anyCalendar(zone, clock), leads, (calendar, asked) => {
    const slow = readOpen(clock, calendar);
    for (const [i, open] of slow.open.entries()) {
      const at = clock.from + i * minute;
      same('open at', at, workingBetween(calendar, at, at + minute), open * minute);
    }
    for (const [a, b, length] of asked) {
      same(`${b - a} ms from`, a, workingBetween(calendar, a, b), a < b ? slowBetween(clock, slow, a, b) : 0);
      const due = addWorking(calendar, a, length);
      same(`${length} ms after`, a, due !== null && due <= until ? due : null, slowAdd(clock, slow, a, length));
    }
  });
  fc.assert(agrees, { numRuns });
}

describe.each(strangeZones)('working time in %s agrees minute by minute', (zone) => {
  if (everyMinute) {
    it('over ten years', () => agree(zone, readClock(zone, Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1)), 4), 600_000);
    return;
  }

  it('around each change of the clock in ten years', () => {
    for (const [from, until] of daysOfChange(zone, firstYear, lastYear)) agree(zone, readClock(zone, from, until), 1);
  });

  it('over a turn of the year', () => agree(zone, readClock(zone, Date.UTC(2011, 11, 27), Date.UTC(2012, 0, 6)), 4));
});
