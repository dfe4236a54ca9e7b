import type { CalendarSettings } from '../configuration/configuration.js';
import { versionIndex } from '../configuration/in-force.js';
import { openYear } from './open-years.js';
import { addWorking, type WorkingCalendar, workingBetween } from './working-time.js';

const twoYears = 2 * 366 * 86_400_000;

/** Whether a calendar is open at an instant, and when that ends; null: not within two years. */
export interface Opening {
  readonly isOpen: boolean;
  readonly until: number | null;
}

export function openingAt(calendar: WorkingCalendar, at: number): Opening {
  if (calendar === null) return { isOpen: true, until: null };
  if (workingBetween(calendar, at, at + 1) > 0) return { isOpen: true, until: closingAfter(calendar, at) };
  const opened = addWorking(calendar, at, 1);
  return { isOpen: false, until: opened === null || opened - 1 > at + twoYears ? null : opened - 1 };
}

/** The first instant from `at` on at which an open calendar is not open. */
function closingAfter(calendar: NonNullable<WorkingCalendar>, at: number): number | null {
  let here = at;
  while (here < at + twoYears) {
    const index = versionIndex(calendar, here);
    const settings = calendar[index]?.value;
    const ends = settings === undefined ? null : endOfSpan(settings, here);
    if (ends === null) return here;
    here = Math.min(ends, calendar[index + 1]?.effect ?? ends);
  }
  return null;
}

/** The end of the open span that holds an instant, at most that of its year; null: it is not open then. */
function endOfSpan(settings: CalendarSettings, instant: number): number | null {
  const { starts, ends } = openYear(settings, new Date(instant).getUTCFullYear());
  const index = starts.findLastIndex((start) => start <= instant);
  const end = ends[index];
  return end === undefined || end <= instant ? null : end;
}
