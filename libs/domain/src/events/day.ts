import { z } from 'zod';
import { daysOfMonth } from './instant.js';

const shape = /^(\d{4})-(\d\d)-(\d\d)$/;

function isDay(text: string): boolean {
  const parts = shape.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1900 && day >= 1 && day <= daysOfMonth(year, month);
}

/** A calendar day of a place that is named elsewhere (the site's zone, a calendar's zone). */
export const Day = z
  .string()
  .refine(isDay, { error: 'must be a day that exists, as YYYY-MM-DD, such as 2026-11-01' })
  .meta({ format: 'date' });

/** From the first to the last day, both included. */
export const Period = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { error: 'must end on or after the day on which it begins', path: ['to'] });

/** A time of day as people write it on a door; 24:00 ends a day. */
export const TimeOfDay = z
  .string()
  .refine((text) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text), {
    error: 'must be a time of day, as HH:MM from 00:00 to 24:00',
  })
  .meta({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' });
