import type { CalendarSettings, Configuration, Version } from '../configuration/configuration.js';
import { versionsOf } from '../configuration/in-force.js';
import { openSpansOfDay, wallDayOf } from './open-days.js';
import { toInstant } from './zone.js';

/** The versions of a calendar; null: always open. */
export type WorkingCalendar = readonly Version<CalendarSettings>[] | null;

/** Without an open minute for so long a calendar is taken to be closed for good. */
const closedForGood = 400;
const dayMs = 86_400_000;

/** The calendar of that id; an id that no calendar.set has named is always open. */
export function workingCalendar(configuration: Configuration, id: string | null): WorkingCalendar {
  return id === null ? null : (versionsOf(configuration.calendars, id) ?? null);
}

/** Open milliseconds in [from, to). An instant is open if the version in force at that instant says so. */
export function workingBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  if (calendar === null) return to - from;
  let open = 0;
  walk(
    calendar,
    from,
    (start, end) => {
      if (start >= to) return false;
      open += Math.min(end, to) - start;
      return end < to;
    },
    to,
  );
  return open;
}

/** The first instant at which `length` open milliseconds have passed since `from`; null: never. */
export function addWorking(calendar: WorkingCalendar, from: number, length: number): number | null {
  if (length <= 0) return from;
  if (calendar === null) return from + length;
  let left = length;
  let reached: number | null = null;
  walk(
    calendar,
    from,
    (start, end) => {
      if (end - start < left) {
        left -= end - start;
        return true;
      }
      reached = start + left;
      return false;
    },
    null,
  );
  return reached;
}

/** Gives the open spans from an instant on, in order, until `take` is satisfied (false), `to` is passed or all is closed for good. */
function walk(
  calendar: readonly Version<CalendarSettings>[],
  from: number,
  take: (start: number, end: number) => boolean,
  to: number | null,
): void {
  for (let i = 0; i < calendar.length; i += 1) {
    const version = calendar[i];
    const ends = calendar[i + 1]?.effect ?? Number.POSITIVE_INFINITY;
    if (version === undefined || ends <= from) continue;
    const begins = i === 0 ? from : Math.max(from, version.effect);
    if (to !== null && begins >= to) return;
    if (!walkVersion(version.value, begins, ends, take, to)) return;
  }
}

function walkVersion(
  settings: CalendarSettings,
  begins: number,
  ends: number,
  take: (start: number, end: number) => boolean,
  to: number | null,
): boolean {
  const last = to === null ? ends : Math.min(to, ends);
  let closedDays = 0;
  for (let day = wallDayOf(settings.zone, begins); closedDays < closedForGood; day += 1) {
    const spans = openSpansOfDay(settings, day);
    closedDays = spans.length === 0 ? closedDays + 1 : 0;
    for (const [start, end] of spans) {
      if (start >= last) return to === null || ends < to;
      if (end > begins && !take(Math.max(start, begins), Math.min(end, ends))) return false;
    }
    if (spans.length === 0 && Number.isFinite(last) && toInstant(settings.zone, day * dayMs) >= last) return true;
  }
  return true;
}
