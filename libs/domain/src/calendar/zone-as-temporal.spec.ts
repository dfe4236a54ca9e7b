import { Temporal } from 'temporal-polyfill';
import { daysOfChange } from './testing/slow-clock.js';
import { strangeZones } from './testing/strange-zones.js';
import { toInstant, toWall } from './zone.js';

const minute = 60_000;
const hour = 60 * minute;
const [firstYear, lastYear] = [2010, 2019];

/** What Temporal's wall clock shows, written as if it were UTC. */
function shown(zone: string, instant: number): number {
  return instant + Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** Temporal's instant of a wall time: the first of a time that comes twice, forward over a gap ("compatible"). */
function meant(zone: string, wall: number): number {
  const reading = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return reading.toZonedDateTime(zone).epochMilliseconds;
}

function agree(zone: string, from: number, until: number, step: number): void {
  for (let at = from; at < until; at += step) {
    if (toWall(zone, at) !== shown(zone, at)) throw new Error(`the clock at ${new Date(at).toISOString()}`);
    if (toInstant(zone, at) !== meant(zone, at)) throw new Error(`the instant of ${new Date(at).toISOString().slice(0, -1)}`);
  }
}

/** The zone's own arithmetic is there because it is twenty times faster; this is why it may be. */
describe.each(strangeZones)('the wall clock of %s is that of Temporal', (zone) => {
  it('around each change in ten years', () => {
    for (const [from, until] of daysOfChange(zone, firstYear, lastYear)) agree(zone, from, until, 15 * minute);
  });

  it('over ten years', () => agree(zone, Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1), 101 * hour));
});
