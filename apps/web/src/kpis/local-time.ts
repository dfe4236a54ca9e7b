import { dayIn } from '../team/days.js';

/** An instant as a field for date and time wants it, in a zone: `2026-03-17T14:32`. */
export function localTime(zone: string, instant: number): string {
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
  return `${dayIn(zone, instant)}T${clock}`;
}

/**
 * The instant that a local date and time of a zone names, RFC 3339 in UTC; null: it is none. Where clocks were put forward the missing hour is
 * read as if they had not been; of an hour that comes twice one is taken.
 */
export function instantOf(zone: string, text: string): string | null {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  let instant = asUtc;
  // the offset that holds there is known only once one is near: the second step is exact
  for (let step = 0; step < 2; step += 1) instant += asUtc - Date.parse(`${localTime(zone, instant)}Z`);
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
