import { type Period, startOf, startOfNext } from '../calendar/zone.js';
import type { Site } from './site.js';

const rollingWindows = ['1h', '24h', '7d', '28d', '90d'] as const;
const calendarWindows = ['today', 'week', 'month', 'quarter', 'year'] as const;
export const windowNames = [...rollingWindows, ...calendarWindows] as const;
export type RollingWindow = (typeof rollingWindows)[number];
export type CalendarWindow = (typeof calendarWindows)[number];
export type WindowName = (typeof windowNames)[number];

/** [from, to), epoch milliseconds */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;

/** Milliseconds of a rolling window. */
export const rollingLength: Readonly<Record<RollingWindow, number>> = {
  '1h': hour,
  '24h': 24 * hour,
  '7d': 7 * 24 * hour,
  '28d': 28 * 24 * hour,
  '90d': 90 * 24 * hour,
};

const periods: Readonly<Record<CalendarWindow, Period>> = {
  today: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

export const periodOf = (window: CalendarWindow): Period => periods[window];

export const isWindow = (name: string): name is WindowName => windowNames.some((known) => known === name);

export const isRolling = (name: WindowName): name is RollingWindow => rollingWindows.some((known) => known === name);

/** Rolling: [as_of − length, as_of). Calendar: from the start of the one that holds as_of, in the site's zone, to as_of. */
export function spanOf(window: WindowName, asOf: number, site: Site): Span {
  if (isRolling(window)) return { from: asOf - rollingLength[window], to: asOf };
  return { from: startOf(periods[window], site.zone, asOf, site.weekStart), to: asOf };
}

/** One period before: by its own length; calendar: the previous one from its start, as far as this one has run. */
export function spanBefore(window: WindowName | null, span: Span, site: Site): Span {
  const length = span.to - span.from;
  if (window === null || isRolling(window)) return { from: span.from - length, to: span.from };
  const from = startOfNext(periods[window], site.zone, span.from, -1, site.weekStart);
  return { from, to: Math.min(from + length, span.from) };
}
