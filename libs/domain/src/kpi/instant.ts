import { startOfDate } from '../calendar/zone.js';

const date = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** What a time in a question may look like. */
export const allowedTimes: readonly string[] = [
  'RFC 3339 with an offset, e.g. 2026-11-24T09:30:00Z or 2026-11-24T10:30:00+01:00',
  "a date, e.g. 2026-11-24: the start of that day in the site's zone",
];

/** Epoch milliseconds of a time of a question, cut to the millisecond; null: it is none. */
export function readInstant(text: string, zone: string): number | null {
  if (date.test(text)) return exists(text) ? startOfDate(zone, text) : null;
  const [, day, clock, fraction = '', offset] = dateTime.exec(text) ?? [];
  if (day === undefined || clock === undefined || offset === undefined || !exists(day)) return null;
  const instant = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}

/** Whether the calendar has the day (no 30 February). */
function exists(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
