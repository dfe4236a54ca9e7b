import type { EventOf } from '../events/event.js';

type CalendarSet = EventOf<'calendar.set'>;

export interface Holiday {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly name: string;
}

/** Sources of the events by which holidays come in from files and addresses begin so. */
export const importSource = '/leadclock/holidays/';

/**
 * By which source each date of a calendar came to be a holiday: the one that named it first, until an import of the same source has left it out again.
 * So what an import may take away is known from the log alone. `events`: all that set the calendar, retracted ones left out.
 */
export function namedBy(events: readonly CalendarSet[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const inOrder = events.toSorted((a, b) => a.time - b.time || (a.source < b.source ? -1 : 1));
  for (const { source, data } of inOrder) {
    const dates = new Set(data.holidays.map(({ date }) => date));
    for (const [date, by] of sources) if (by === source && source.startsWith(importSource) && !dates.has(date)) sources.delete(date);
    for (const date of dates) if (!sources.has(date)) sources.set(date, source);
  }
  return sources;
}
