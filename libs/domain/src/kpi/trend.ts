import { startOf, startOfNext } from '../calendar/zone.js';
import type { Asking, AskingProblem } from './asking.js';
import { Figure, type GroupAnswer } from './figure.js';
import type { Kpi, KpiContext } from './kpi.js';
import { belongs } from './selection.js';
import { siteOf, type Site } from './site.js';
import type { FactView } from './tally.js';
import type { Span } from './window.js';

export const bucketNames = ['hour', 'day', 'week', 'month'] as const;
export type BucketName = (typeof bucketNames)[number];

export const isBucket = (name: string): name is BucketName => bucketNames.some((known) => known === name);

/** More buckets than anyone can look at; a question for more is refused. */
const mostBuckets = 1000;

const hour = 3_600_000;

/** One bucket of a trend: a flow counts what lies in [from, to), a stock is its value at `to`. */
export interface TrendBucket {
  readonly from: string;
  readonly to: string;
  readonly groups: readonly GroupAnswer[];
}

/** The buckets of a span in the site's zone: whole ones, the first and the last cut by the span. null: too many. */
export function bucketsOf(bucket: BucketName, span: Span, site: Site): readonly Span[] | null {
  const buckets: Span[] = [];
  for (let from = span.from; from < span.to; ) {
    if (buckets.length === mostBuckets) return null;
    const to = Math.min(nextBoundary(bucket, from, site), span.to);
    buckets.push({ from, to });
    from = to;
  }
  return buckets;
}

/** Hours are elapsed ones from local midnight, so that a day of 23 or 25 hours has as many. */
function nextBoundary(bucket: BucketName, from: number, site: Site): number {
  if (bucket !== 'hour') return startOfNext(bucket, site.zone, from, 1, site.weekStart);
  const midnight = startOf('day', site.zone, from);
  return midnight + (Math.floor((from - midnight) / hour) + 1) * hour;
}

export type Trend =
  | { readonly ok: true; readonly buckets: readonly TrendBucket[] }
  | ({ readonly ok: false } & AskingProblem);

/**
 * The trend of a question over a span (of a flow: the asking's own window; of a stock: the one it was asked with; all
 * time: from the first fact on). One pass for a flow; for a stock one for each bucket.
 */
export function trendOf(
  kpi: Kpi,
  asking: Asking,
  bucket: BucketName,
  span: Span,
  facts: readonly FactView[],
  context: KpiContext,
): Trend {
  const spans = bucketsOf(bucket, span, siteOf(context.configuration));
  if (spans === null)
    return { ok: false, parameter: 'bucket', problem: `more than ${mostBuckets} buckets of a ${bucket}`, allowed: ['a larger bucket', 'a shorter window'] };
  const isFlow = kpi.shape(asking.params) === 'flow';
  const groups = isFlow ? flow(kpi, asking, spans, facts, context) : stock(kpi, asking, spans, facts, context);
  return {
    ok: true,
    buckets: spans.map(({ from, to }, index) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      groups: groups[index] ?? [],
    })),
  };
}

/** What each bucket's window says as of the instant asked about. */
function flow(kpi: Kpi, asking: Asking, spans: readonly Span[], facts: readonly FactView[], context: KpiContext): GroupAnswer[][] {
  const figures = spans.map(() => new Figure(kpi, asking, context));
  const inQuestion = belongs(kpi, asking);
  for (const fact of facts) {
    if (fact.at === null || !isTrueAt(fact, asking.asOf) || !inQuestion(fact)) continue;
    figures[bucketAt(spans, fact.at)]?.add(fact);
  }
  return figures.map((figure) => figure.at(asking.asOf));
}

/** What was true at each bucket's end. */
function stock(kpi: Kpi, asking: Asking, spans: readonly Span[], facts: readonly FactView[], context: KpiContext): GroupAnswer[][] {
  const inQuestion = belongs(kpi, asking);
  return spans.map(({ to }) => {
    const figure = new Figure(kpi, { ...asking, asOf: to }, context);
    for (const fact of facts) if (isTrueAt(fact, to) && inQuestion(fact)) figure.add(fact);
    return figure.at(to);
  });
}

const isTrueAt = (fact: FactView, at: number): boolean => fact.from <= at && (fact.until === null || at < fact.until);

/** The index of the span that holds an instant; -1: none. */
function bucketAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return -1;
    if (at < span.from) high = middle - 1;
    else if (at >= span.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
