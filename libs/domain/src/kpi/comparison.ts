import type { Asking } from './asking.js';
import { spanLastYear, weekdaySpans } from './earlier-spans.js';
import { isFormula, type Kpi, type Unit } from './kpi.js';
import type { Site } from './site.js';
import { type Span, spanBefore } from './window.js';

/** Why there is nothing to compare with: the question has no window, or one that is longer than a day and so has no weekday. */
export type NoComparison = 'no_window' | 'longer_than_a_day';

/** The questions that a question is compared with, or why there are none. */
export interface Comparison {
  readonly before: Asking | NoComparison;
  /** the same weekday of the four weeks before, the latest first */
  readonly weekday: readonly Asking[] | NoComparison;
  readonly lastYear: Asking | NoComparison;
}

/**
 * The same question of earlier periods: slices, filters and parameters hold, and what is known. Each is asked as long after the end of its window
 * as this one is after its own, so that late answers have had the same time to come. A stock is asked at the earlier instant: a period before is
 * then as far back as the window that was named with it (`windowed` is the question as a flow would have it), the others need none.
 */
export function comparisonOf(kpi: Kpi, asking: Asking, windowed: Asking, site: Site): Comparison {
  const span = spanOf(windowed);
  const before = span === null ? null : spanBefore(windowed.window, span, site);
  if (kpi.shape(asking.params) === 'stock') {
    const now = { from: asking.asOf, to: asking.asOf };
    const atEnd = ({ to }: Span): Asking => ({ ...asking, asOf: to });
    return {
      before: span === null || before === null ? 'no_window' : { ...asking, asOf: before.to + asking.asOf - span.to },
      weekday: weekdaySpans(null, now, site)?.map(atEnd) ?? 'longer_than_a_day',
      lastYear: atEnd(spanLastYear(null, now, site)),
    };
  }
  if (span === null || before === null) return { before: 'no_window', weekday: 'no_window', lastYear: 'no_window' };
  const at = (earlier: Span): Asking => ({ ...asking, ...earlier, asOf: earlier.to + asking.asOf - span.to });
  return {
    before: at(before),
    weekday: weekdaySpans(asking.window, span, site)?.map(at) ?? 'longer_than_a_day',
    lastYear: at(spanLastYear(asking.window, span, site)),
  };
}

function spanOf({ from, to }: Asking): Span | null {
  return from === null || to === null ? null : { from, to };
}

/** What counts rows or adds them up: the mean of several such numbers is their sum by their number. */
const adding: ReadonlySet<Unit> = new Set<Unit>(['leads', 'deals', 'touchpoints', 'money']);

/**
 * How several answers become their mean. `rows`: a share, a distribution or an average of flows is taken over the rows of all of them together, since a mean
 * of shares or medians would weigh a day of three leads as one of three hundred. `values`: counts and sums, what stands at an instant, and
 * formulas have the mean of their values, of those that have one.
 */
export function meanBy(kpi: Kpi, asking: Asking): 'rows' | 'values' {
  if (isFormula(kpi) || kpi.shape(asking.params) === 'stock') return 'values';
  return adding.has(kpi.unit) && !kpi.averages ? 'values' : 'rows';
}
