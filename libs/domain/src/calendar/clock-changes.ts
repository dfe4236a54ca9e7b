import type { CalendarSettings } from '../configuration/configuration.js';
import { weekdays } from '../events/configuration-events.js';
import { offsetsOfYear } from './offsets-of-year.js';
import { workingBetween } from './working-time.js';
import { dateOf, endOfDate, startOfDate, weekday } from './zone.js';

const hour = 3_600_000;

/** A day on which the clock of a zone changes. */
export interface ClockChange {
  /** the first instant under the new time */
  readonly at: number;
  /** the day that is shorter or longer for it, yyyy-mm-dd */
  readonly date: string;
  /** how long that day is: 23, 25, for some zones 23.5 … */
  readonly hours: number;
  /** what the clock shows when it changes, and what it shows then: minutes of the day */
  readonly from: number;
  readonly to: number;
}

/** The changes of a zone's clock in [from, until). */
export function clockChanges(zone: string, from: number, until: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(until).getUTCFullYear()];
  let before: number | null = null;
  for (let year = first; year <= last; year += 1)
    for (const { from: at, offset } of offsetsOfYear(zone, year)) {
      if (before !== null && before !== offset && at >= from && at < until) changes.push(changeAt(zone, at, before, offset));
      before = offset;
    }
  return changes;
}

function changeAt(zone: string, at: number, before: number, after: number): ClockChange {
  // a clock that goes back over midnight makes the day before longer
  const dates = [dateOf(zone, at), dateOf(zone, at - 1)];
  const changed = dates.find((date) => lengthOf(zone, date) !== 24 * hour) ?? dates[0] ?? '';
  return { at, date: changed, hours: lengthOf(zone, changed) / hour, from: minutesOf(at + before), to: minutesOf(at + after) };
}

const lengthOf = (zone: string, date: string): number => endOfDate(zone, date) - startOfDate(zone, date);
const minutesOf = (wall: number): number => Math.floor((((wall % (24 * hour)) + 24 * hour) % (24 * hour)) / 60_000);

/** How long a calendar is open on such a day, and how long its hours look on the wall; milliseconds. */
export function openOn(settings: CalendarSettings, { date }: ClockChange): { readonly open: number; readonly onTheWall: number } {
  const version = [{ effect: 0, time: 0, source: '', id: '', value: settings }];
  const open = workingBetween(version, startOfDate(settings.zone, date), endOfDate(settings.zone, date));
  const name = weekdays[weekday(Date.parse(`${date}T00:00:00Z`))];
  const hours = name === undefined || settings.holidays.includes(date) ? [] : settings.week[name];
  return { open, onTheWall: hours.reduce((sum, [from, to]) => sum + (to - from) * 60_000, 0) };
}
