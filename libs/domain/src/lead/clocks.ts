import { addWorking, type WorkingCalendar, workingBetween } from '../calendar/working-time.js';
import type { Pause } from './lead-state.js';
import type { Span } from './spans.js';

/** A stretch in which a clock runs or is paused. `due` is the deadline as it is known in the stretch; null: it has none. */
export interface ClockSpan extends Span {
  readonly paused: boolean;
  readonly due: number | null;
  /** milliseconds on the working clock, and on the wall clock, at `from` */
  readonly worked: number;
  readonly waited: number;
}

export interface Clock {
  /** from the start of the clock on, without a gap */
  readonly spans: readonly ClockSpan[];
  /** the first instant, not paused, at which the target has passed; null: never, as far as is known */
  readonly dueAt: number | null;
}

/**
 * Runs a clock from `start`: working time in the calendar, without pauses. A deadline that falls on a pause moves to
 * its end; one that has passed stays (KPIS.md rules 7 and 17).
 */
export function runClock(start: number, target: number, calendar: WorkingCalendar, pauses: readonly Pause[]): Clock {
  if (pauses.length === 0) {
    const due = addWorking(calendar, start, target);
    return { spans: [{ from: start, until: null, paused: false, due, worked: 0, waited: 0 }], dueAt: due };
  }
  const spans: ClockSpan[] = [];
  let dueAt: number | null = null;
  let at = start;
  let worked = 0;
  let waited = 0;
  const run = (until: number | null): void => {
    const due: number | null = dueAt ?? addWorking(calendar, at, target - worked);
    spans.push({ from: at, until, paused: false, due, worked, waited });
    if (due !== null && (until === null || due < until)) dueAt = due;
    if (until === null) return;
    worked += workingBetween(calendar, at, until);
    waited += until - at;
    at = until;
  };
  for (const { from, until } of pauses) {
    if (until !== null && until <= start) continue;
    if (from > at) run(from);
    spans.push({ from: at, until, paused: true, due: dueAt, worked, waited });
    if (until === null) return { spans, dueAt };
    at = until;
  }
  run(null);
  return { spans, dueAt };
}

/** Milliseconds that have passed between a clock's start and an instant: on the working clock and on the wall. */
export function elapsedAt(clock: Clock, calendar: WorkingCalendar, at: number): { worked: number; waited: number } {
  const span = clock.spans.findLast(({ from }) => from <= at);
  if (span === undefined) return { worked: 0, waited: 0 };
  if (span.paused) return { worked: span.worked, waited: span.waited };
  return { worked: span.worked + workingBetween(calendar, span.from, at), waited: span.waited + at - span.from };
}

/** Milliseconds between two instants on a clock that starts at the first: what an owner took, whenever the lead arrived. */
export function elapsedBetween(
  from: number,
  to: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): { worked: number; waited: number } {
  if (pauses.length === 0) return { worked: workingBetween(calendar, from, to), waited: to - from };
  return elapsedAt(runClock(from, 0, calendar, pauses), calendar, to);
}
