import { startOf, startOfNext } from '../calendar/zone.js';
import type { Asking, AskingProblem } from './asking.js';
import { type InBuckets, inBucketsOf } from './in-buckets.js';
import type { Aggregate, Kpi, KpiContext } from './kpi.js';
import { openAnswer } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import type { Site } from './site.js';
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

/** The buckets of a span in the site's zone: whole ones, the first and the last cut by the span. */
export function bucketsOf(
  bucket: BucketName,
  span: Span,
  site: Site,
): { readonly ok: true; readonly spans: readonly Span[] } | ({ readonly ok: false } & AskingProblem) {
  const spans: Span[] = [];
  for (let from = span.from; from < span.to; ) {
    if (spans.length === mostBuckets)
      return {
        ok: false,
        parameter: 'bucket',
        problem: `more than ${mostBuckets} buckets of a ${bucket}`,
        allowed: ['a larger bucket', 'a shorter window'],
      };
    const to = Math.min(nextBoundary(bucket, from, site), span.to);
    spans.push({ from, to });
    from = to;
  }
  return { ok: true, spans };
}

/** Hours are elapsed ones from local midnight, so that a day of 23 or 25 hours has as many. */
function nextBoundary(bucket: BucketName, from: number, site: Site): number {
  if (bucket !== 'hour') return startOfNext(bucket, site.zone, from, 1, site.weekStart);
  const midnight = startOf('day', site.zone, from);
  return midnight + (Math.floor((from - midnight) / hour) + 1) * hour;
}

/** A trend that facts are streamed into, part by part. */
export interface RunningTrend {
  readonly parts: readonly TrendPart[];
  buckets(): readonly TrendBucket[];
}

/** One part of the KPI in all buckets. */
export interface TrendPart extends InBuckets {
  readonly of: Aggregate;
  /** what is asked of it in each bucket */
  readonly askings: readonly Asking[];
}

/**
 * Begins the trend of a question over spans (`bucketsOf`). A flow counts in each what is true at `as_of` and lies in it;
 * a stock is what is true at each end, so its facts must be all that were true at any of them,
 * and the rates those known at each (`ratesAt`).
 */
export function startTrend(kpi: Kpi, asking: Asking, spans: readonly Span[], context: KpiContext): RunningTrend {
  const isFlow = kpi.shape(asking.params) === 'flow';
  const asOfs = spans.map(({ to }) => (isFlow ? asking.asOf : to));
  const answers = spans.map(({ from, to }, index) => {
    const window = isFlow ? { from, to } : { from: null, to: null };
    const asOf = asOfs[index] ?? asking.asOf;
    const rates = context.ratesAt?.(asOf) ?? context.rates;
    return openAnswer(kpi, { ...asking, ...window, window: null, asOf }, { ...context, rates });
  });
  const parts = (answers[0]?.parts ?? []).map(({ of }, index) => {
    const inBuckets = answers.flatMap((answer) => answer.parts[index] ?? []);
    return { of, askings: inBuckets.map((part) => part.asking), ...inBucketsOf(inBuckets) };
  });
  return {
    parts,
    buckets: () =>
      spans.map(({ from, to }, index) => ({
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        groups: answers[index]?.groups(asOfs[index] ?? asking.asOf) ?? [],
      })),
  };
}

/** The trend of a question from facts at hand. */
export function trendOf(
  kpi: Kpi,
  asking: Asking,
  spans: readonly Span[],
  facts: Iterable<FactView>,
  context: KpiContext,
): readonly TrendBucket[] {
  const trend = startTrend(kpi, asking, spans, context);
  for (const fact of facts) for (const part of trend.parts) part.add(fact);
  return trend.buckets();
}
