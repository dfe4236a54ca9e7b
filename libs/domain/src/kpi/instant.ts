import { startOfDate } from '../calendar/zone.js';
import { Day } from '../events/day.js';
import { readInstant } from '../events/instant.js';

/** What a time in a question may look like. */
export const allowedTimes: readonly string[] = [
  'RFC 3339 with an offset, e.g. 2026-11-24T09:30:00Z or 2026-11-24T10:30:00+01:00',
  "a date, e.g. 2026-11-24: the start of that day in the site's zone",
];

/** Epoch milliseconds of a time of a question, cut to the millisecond; null: it is none. */
export function readTime(text: string, zone: string): number | null {
  if (Day.safeParse(text).success) return startOfDate(zone, text);
  const read = readInstant(text);
  return read.ok ? read.at : null;
}
