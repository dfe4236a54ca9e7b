import type { CalendarSettings } from '../configuration/configuration.js';
import { weekdays } from '../events/configuration-events.js';
import { toInstant, toWall, weekday } from './zone.js';

const dayMs = 86_400_000;
const minute = 60_000;
/** About three years of days for each calendar: a bound on memory, not a rule. */
const cachedDays = 1_200;

type Span = readonly [start: number, end: number];
const noSpans: readonly Span[] = [];
const known = new WeakMap<CalendarSettings, Map<number, readonly Span[]>>();

/** The day (days since 1970-01-01 on the zone's wall clock) that holds an instant. */
export const wallDayOf = (zone: string, instant: number): number => Math.floor(toWall(zone, instant) / dayMs);

/** When a calendar is open on a wall day, as instants: none on a holiday. */
export function openSpansOfDay(settings: CalendarSettings, day: number): readonly Span[] {
  let days = known.get(settings);
  if (days === undefined) known.set(settings, (days = new Map()));
  let spans = days.get(day);
  if (spans === undefined) {
    if (days.size >= cachedDays) days.clear();
    days.set(day, (spans = readSpans(settings, day)));
  }
  return spans;
}

function readSpans(settings: CalendarSettings, day: number): readonly Span[] {
  const midnight = day * dayMs;
  const name = weekdays[weekday(midnight)];
  const hours = name === undefined ? [] : settings.week[name];
  if (hours.length === 0 || settings.holidays.includes(new Date(midnight).toISOString().slice(0, 10))) return noSpans;
  return hours
    .map(([from, to]): Span => [toInstant(settings.zone, midnight + from * minute), toInstant(settings.zone, midnight + to * minute)])
    .filter(([start, end]) => start < end);
}
