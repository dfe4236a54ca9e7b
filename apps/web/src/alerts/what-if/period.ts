import { instantOf, isDay } from '../../kpis/local-time.js';
import { addDays, dayIn, daysBetween } from '../../team/days.js';

/** Days of the site's zone, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** More is asked on the command line. */
const MOST_DAYS = 31;

export type PeriodRead = { readonly from: string; readonly to: string } | { readonly problem: 'unread' | 'reversed' | 'long' };

export const lastWeek = (zone: string, now: number): Days => ({ from: addDays(dayIn(zone, now), -6), to: dayIn(zone, now) });

/** The instants between which days lie. */
export function readPeriod(zone: string, { from, to }: Days): PeriodRead {
  if (!isDay(from) || !isDay(to)) return { problem: 'unread' };
  if (from > to) return { problem: 'reversed' };
  if (daysBetween(from, to) >= MOST_DAYS) return { problem: 'long' };
  const [begin, end] = [instantOf(zone, `${from}T00:00`), instantOf(zone, `${addDays(to, 1)}T00:00`)];
  return begin === null || end === null ? { problem: 'unread' } : { from: begin, to: end };
}
