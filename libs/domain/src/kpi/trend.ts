import { startOf, startOfNext } from '../calendar/zone.js';
import type { Asking, AskingProblem } from './asking.js';
import { type InBuckets, inBucketsOf } from './in-buckets.js';
import type { Aggregate, Kpi, KpiContext } from './kpi.js';
import { openAnswer } from './parts.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from './running-answer.js';
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

/** A stretch of time that is a bucket, or what a trend shows of one; `end` is where the whole bucket ends. */
export interface Bucket extends Span {
  readonly end: number;
}

/** The buckets of a span in the site's zone: whole ones, the first and the last cut by the span. */
export function bucketsOf(
  bucket: BucketName,
  span: Span,
  site: Site,
): { readonly ok: true; readonly spans: readonly Bucket[] } | ({ readonly ok: false } & AskingProblem) {
  const spans: Bucket[] = [];
  for (let from = span.from; from < span.to; ) {
    if (spans.length === mostBuckets)
      return {
        ok: false,
        parameter: 'bucket',
        problem: `more than ${mostBuckets} buckets by ${bucket}`,
        allowed: ['a larger bucket', 'a shorter window'],
      };
    const end = nextBoundary(bucket, from, site);
    const to = Math.min(end, span.to);
    spans.push({ from, to, end });
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
export function startTrend(kpi: Kpi, asking: Asking, spans: readonly Bucket[], context: KpiContext): RunningTrend {
  const askings = bucketAskings(kpi, asking, spans);
  // with rates of its own a bucket shares nothing
  const start = context.ratesAt === undefined ? startOnce() : startAnswer;
  const answers = askings.map((asked) => {
    const rates = context.ratesAt?.(asked.asOf) ?? context.rates;
    return openAnswer(kpi, asked, { ...context, rates }, start);
  });
  const parts = (answers[0]?.parts ?? []).map(({ of }, index) => {
    const running = new Map(answers.flatMap((answer) => answer.parts[index] ?? []).map((part) => [part.running, part] as const));
    const inBuckets = [...running.values()];
    return { of, askings: inBuckets.map((part) => part.asking), ...inBucketsOf(inBuckets) };
  });
  return {
    parts,
    buckets: () =>
      spans.map(({ from, to }, index) => ({
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        groups: answers[index]?.groups(askings[index]?.asOf ?? asking.asOf) ?? [],
      })),
  };
}

/** What is asked in each bucket of a trend. */
export function bucketAskings(kpi: Kpi, asking: Asking, spans: readonly Bucket[]): readonly Asking[] {
  const isFlow = kpi.shape(asking.params) === 'flow';
  const trend = { from: spans[0]?.from ?? asking.asOf, to: spans.at(-1)?.to ?? asking.asOf };
  return spans.map(({ from, to, end }) =>
    isFlow ? { ...asking, from, to, window: null, bucket: { end, trend } } : { ...asking, from: null, to: null, window: null, asOf: to },
  );
}

/** Parts that ask the same in several buckets are answered once. */
function startOnce(): typeof startAnswer {
  const begun = new Map<string, RunningAnswer>();
  return (of, asking, context) => {
    const { bucket: _, ...asked } = asking;
    const name = JSON.stringify([of.name, asked]);
    const answer = begun.get(name) ?? startAnswer(of, asking, context);
    begun.set(name, answer);
    return answer;
  };
}

/** The trend of a question from facts at hand. */
export function trendOf(
  kpi: Kpi,
  asking: Asking,
  spans: readonly Bucket[],
  facts: Iterable<FactView>,
  context: KpiContext,
): readonly TrendBucket[] {
  const trend = startTrend(kpi, asking, spans, context);
  for (const fact of facts) for (const part of trend.parts) part.add(fact);
  return trend.buckets();
}
