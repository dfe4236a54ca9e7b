import { startOf, startOfNext } from '@leadclock/domain/calendar/zone.js';
import type { Site } from '@leadclock/domain/kpi/site.js';
import { type CalendarWindow, isRolling, periodOf, type Span, type WindowName } from '@leadclock/domain/kpi/window.js';

/** An instant that a question speaks of (that which it is asked at, an end of its window), as the present goes on. It never goes back. */
export interface MovingInstant {
  /** where it lies when the present is `now` */
  at(now: number): number;
  /** the first present at which it lies at `instant` or after */
  reaches(instant: number): number;
}

/** Where an instant lay at some present. */
export interface Seen {
  readonly now: number;
  readonly instant: number;
}

/**
 * How an instant moves that was seen at several presents: it keeps its distance from the present, or from the start or the end of the calendar
 * window that holds the present. null: it does neither, so that nobody knows where it will be.
 */
export function movingThrough(seen: readonly Seen[], window: WindowName | null, site: Site): MovingInstant | null {
  const besidePresent = distance(seen, (now) => now);
  if (besidePresent !== null) return { at: (now) => now + besidePresent, reaches: (instant) => instant - besidePresent };
  if (window === null || isRolling(window)) return null;
  const holding = periods(window, site);
  const afterStart = distance(seen, (now) => holding(now).from);
  if (afterStart !== null)
    return { at: (now) => holding(now).from + afterStart, reaches: (instant) => holding(instant - afterStart - 1).to };
  const afterEnd = distance(seen, (now) => holding(now).to);
  if (afterEnd === null) return null;
  return { at: (now) => holding(now).to + afterEnd, reaches: (instant) => holding(instant - afterEnd - 1).from };
}

/** How far it lay behind something each time; null: not always as far. */
function distance(seen: readonly Seen[], of: (now: number) => number): number | null {
  const distances = new Set(seen.map(({ now, instant }) => instant - of(now)));
  const [only, ...more] = distances;
  return only === undefined || more.length > 0 ? null : only;
}

/** The calendar period that holds an instant; the one looked at last is kept, since most instants lie in it. */
function periods(window: CalendarWindow, { zone, weekStart }: Site): (instant: number) => Span {
  const name = periodOf(window);
  let last: Span = { from: 0, to: 0 };
  return (instant) => {
    if (instant < last.from || instant >= last.to) {
      const from = startOf(name, zone, instant, weekStart);
      last = { from, to: startOfNext(name, zone, instant, 1, weekStart) };
    }
    return last;
  };
}
