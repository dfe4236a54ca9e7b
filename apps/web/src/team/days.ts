import type { Period } from './address.js';

const DAY_MS = 86_400_000;

/** The day of an instant in a zone, as `2026-03-17`. */
export function dayIn(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** So many days later, by the calendar. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay();

/** The whole hour of an instant in a zone, 0 to 23. */
export const hourIn = (zone: string, instant: number): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

/** A period as a question of a KPI asks for it: dates are starts of days in the site's zone. */
export function windowOf(period: Period, today: string): Readonly<Record<string, string>> {
  switch (period) {
    case 'today':
      return { window: 'today' };
    case 'yesterday':
      return { from: addDays(today, -1), to: today };
    case '7d':
      return { from: addDays(today, -6) };
    case '30d':
      return { from: addDays(today, -29) };
  }
}

/** The same day of the week before, whole: what the distribution is compared with. null: the period has more than a day. */
export function weekBefore(
  period: Period,
  today: string,
): { readonly day: string; readonly window: Readonly<Record<string, string>> } | null {
  if (period !== 'today' && period !== 'yesterday') return null;
  const day = addDays(today, period === 'today' ? -7 : -8);
  return { day, window: { from: day, to: addDays(day, 1) } };
}
