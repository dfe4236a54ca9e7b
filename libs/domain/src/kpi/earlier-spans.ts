import { type Period, startOfNext, toInstant, toWall } from '../calendar/zone.js';
import type { Site } from './site.js';
import { isRolling, periodOf, rollingLength, type Span, type WindowName } from './window.js';

const day = 86_400_000;

/** How many of the same weekday make a mean. */
const weeks = [1, 2, 3, 4];

/** How many periods ago the same one of last year began: 52 weeks keep the weekdays in their places. */
const ago: Readonly<Record<Exclude<Period, 'day'>, number>> = { week: 52, month: 12, quarter: 4, year: 1 };

/**
 * The same hours of the same weekday in each of the four weeks before, the latest first: `today` from each day's start as far as this one has
 * run; `1h`, `24h` and from/to of no more than a day at the same time on the site's clocks. null: a longer window has no weekday.
 */
export function weekdaySpans(window: WindowName | null, span: Span, site: Site): readonly Span[] | null {
  const { zone } = site;
  const weeksAgo = (instant: number, n: number): number => toInstant(zone, toWall(zone, instant) - 7 * n * day);
  if (window === 'today') return weeks.map((n) => asFarAs(span, 'day', startOfNext('day', zone, span.from, -7 * n), site));
  if (window === '1h' || window === '24h')
    return weeks.map((n) => ({ from: weeksAgo(span.to, n) - rollingLength[window], to: weeksAgo(span.to, n) }));
  if (window !== null || toWall(zone, span.to) - toWall(zone, span.from) > day) return null;
  return weeks.map((n) => ordered(weeksAgo(span.from, n), weeksAgo(span.to, n)));
}

/**
 * The same period of last year. Calendar: the day of that date (29 February: the 28th), the week 52 weeks ago, the month, quarter or year of
 * that name, from its start as far as this one has run. Rolling: as long, up to the same date and time. from/to: the same dates and times;
 * where one of them is a 29 February, the same length from the first.
 */
export function spanLastYear(window: WindowName | null, span: Span, site: Site): Span {
  const { zone, weekStart } = site;
  if (window === null) {
    const [from, to] = [toWall(zone, span.from), toWall(zone, span.to)];
    const start = yearBefore(from);
    const end = isLeapDay(from) || isLeapDay(to) ? start + (to - from) : yearBefore(to);
    return ordered(toInstant(zone, start), toInstant(zone, end));
  }
  if (isRolling(window)) {
    const to = toInstant(zone, yearBefore(toWall(zone, span.to)));
    return { from: to - rollingLength[window], to };
  }
  const period = periodOf(window);
  const from =
    period === 'day' ? toInstant(zone, yearBefore(toWall(zone, span.from))) : startOfNext(period, zone, span.from, -ago[period], weekStart);
  return asFarAs(span, period, from, site);
}

/** The same instant of a wall clock a year before; of a 29 February the 28th. */
function yearBefore(wall: number): number {
  const date = new Date(wall);
  const midnight = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate() - (isLeapDay(wall) ? 1 : 0));
  return midnight + (wall - Math.floor(wall / day) * day);
}

function isLeapDay(wall: number): boolean {
  const date = new Date(wall);
  return date.getUTCMonth() === 1 && date.getUTCDate() === 29;
}

/** A period from its start, as far as another has run, and not beyond its own end. */
function asFarAs(run: Span, period: Period, from: number, { zone, weekStart }: Site): Span {
  return { from, to: Math.min(from + (run.to - run.from), startOfNext(period, zone, from, 1, weekStart)) };
}

/** A span of an hour that a change of the clocks left out is empty, not backwards. */
const ordered = (from: number, to: number): Span => ({ from, to: Math.max(from, to) });
