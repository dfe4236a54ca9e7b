import type { CalendarSettings, Configuration, Version } from '../configuration/configuration.js';
import { versionIndex, versionsOf } from '../configuration/in-force.js';
import { instantAfter, openBefore } from './open-year.js';
import { openInYear, openYear } from './open-years.js';

/** The versions of a calendar; null: always open. */
export type WorkingCalendar = readonly Version<CalendarSettings>[] | null;

/** No event can lie after it, so that a deadline never does. */
const lastYear = 9999;

/** The calendar of that id; an id that no calendar.set has named is always open. */
export function workingCalendar(configuration: Configuration, id: string | null): WorkingCalendar {
  return id === null ? null : (versionsOf(configuration.calendars, id) ?? null);
}

/** Open milliseconds in [from, to). An instant is open if the version in force at that instant says so. */
export function workingBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  if (calendar === null) return to - from;
  let open = 0;
  let begins = from;
  for (let i = versionIndex(calendar, from); begins < to; i += 1) {
    const version = calendar[i];
    if (version === undefined) break;
    const ends = Math.min(to, calendar[i + 1]?.effect ?? to);
    open += openBetween(version.value, begins, ends);
    begins = ends;
  }
  return open;
}

/** The first instant at which `length` open milliseconds have passed since `from`; null: never, the calendar is closed for good. */
export function addWorking(calendar: WorkingCalendar, from: number, length: number): number | null {
  if (length <= 0) return from;
  if (calendar === null) return from + length;
  let left = length;
  let begins = from;
  for (let i = versionIndex(calendar, from); i < calendar.length; i += 1) {
    const version = calendar[i];
    if (version === undefined) break;
    const ends = calendar[i + 1]?.effect;
    if (ends === undefined) return reach(version.value, begins, left);
    const open = openBetween(version.value, begins, ends);
    if (open >= left) return reach(version.value, begins, left);
    left -= open;
    begins = ends;
  }
  return null;
}

/** Open milliseconds in [from, to) under one version: two searches, and a sum for each year in between. */
function openBetween(settings: CalendarSettings, from: number, to: number): number {
  if (to <= from || isClosed(settings)) return 0;
  const last = yearOf(to);
  let year = yearOf(from);
  let open = openBefore(openYear(settings, last), to) - openBefore(openYear(settings, year), from);
  for (; year < last; year += 1) open += openInYear(settings, year);
  return open;
}

/** The first instant at which `length` open milliseconds have passed since `from` under one version; null: none of any year. */
function reach(settings: CalendarSettings, from: number, length: number): number | null {
  if (isClosed(settings)) return null;
  const first = yearOf(from);
  let left = length + openBefore(openYear(settings, first), from);
  for (let year = first; year <= lastYear; year += 1) {
    const open = openInYear(settings, year);
    if (left <= open) return instantAfter(openYear(settings, year), left);
    left -= open;
  }
  return null;
}

const closed = new WeakMap<CalendarSettings, boolean>();

/** Whether a week has no open hour at all. */
function isClosed(settings: CalendarSettings): boolean {
  let is = closed.get(settings);
  if (is === undefined) closed.set(settings, (is = Object.values(settings.week).every((hours) => hours.length === 0)));
  return is;
}

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();
