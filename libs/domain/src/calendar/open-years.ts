import type { CalendarSettings } from '../configuration/configuration.js';
import { buildOpenYear, type OpenYear } from './open-year.js';

/** Spans of all calendars together, 24 bytes each: a bound on memory, not a rule. An office of two intervals a day has 522 a year. */
const cachedSpans = 1_000_000;

let known = new WeakMap<CalendarSettings, Map<number, OpenYear>>();
let spans = 0;
/** Open milliseconds by year; a number a year is kept, since long distances ask for many years again and again. */
const totals = new WeakMap<CalendarSettings, Map<number, number>>();

/** A year of UTC of a calendar, built once for each version of the calendar. */
export function openYear(settings: CalendarSettings, year: number): OpenYear {
  return known.get(settings)?.get(year) ?? build(settings, year);
}

/** The open milliseconds of a year of UTC. */
export function openInYear(settings: CalendarSettings, year: number): number {
  return totals.get(settings)?.get(year) ?? build(settings, year).total;
}

function build(settings: CalendarSettings, year: number): OpenYear {
  const built = buildOpenYear(settings, year);
  spans += built.starts.length;
  if (spans > cachedSpans) {
    known = new WeakMap();
    spans = built.starts.length;
  }
  put(known, settings, year, built);
  put(totals, settings, year, built.total);
  return built;
}

function put<T>(years: WeakMap<CalendarSettings, Map<number, T>>, settings: CalendarSettings, year: number, value: T): void {
  const ofCalendar = years.get(settings);
  if (ofCalendar === undefined) years.set(settings, new Map([[year, value]]));
  else ofCalendar.set(year, value);
}
