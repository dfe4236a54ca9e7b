import { startOf, startOfNext } from '../calendar/zone.js';
import type { Asking, AskingProblem } from './asking.js';
import type { Kpi, KpiContext } from './kpi.js';
import { type GroupAnswer, type RunningAnswer, startAnswer } from './running-answer.js';
import { belongs } from './selection.js';
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

/** A trend that facts are streamed into. */
export interface RunningTrend {
  /** any fact of the kinds that the KPI reads; the trend decides where it counts */
  add(fact: FactView): void;
  buckets(): readonly TrendBucket[];
}

/**
 * Begins the trend of a question over spans (`bucketsOf`). A flow counts in each what is true at `as_of` and lies in it;
 * a stock is what is true at each end, so its facts must be all that were true at any of them.
 */
export function startTrend(kpi: Kpi, asking: Asking, spans: readonly Span[], context: KpiContext): RunningTrend {
  const isFlow = kpi.shape(asking.params) === 'flow';
  const asOfs = spans.map(({ to }) => (isFlow ? asking.asOf : to));
  const running = spans.map(({ from, to }, index) => {
    const window = isFlow ? { from, to } : { from: null, to: null };
    return startAnswer(kpi, { ...asking, ...window, window: null, asOf: asOfs[index] ?? asking.asOf }, context);
  });
  const inQuestion = belongs(kpi, asking);
  const add = isFlow ? addByPlace(asking.asOf, spans, running) : addWhileTrue(spans, running);
  return {
    add: (fact) => {
      if (inQuestion(fact)) add(fact);
    },
    buckets: () =>
      spans.map(({ from, to }, index) => ({
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        groups: running[index]?.groups(asOfs[index] ?? asking.asOf) ?? [],
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
  for (const fact of facts) trend.add(fact);
  return trend.buckets();
}

function addByPlace(asOf: number, spans: readonly Span[], running: readonly RunningAnswer[]) {
  return (fact: FactView): void => {
    const isTrue = fact.from <= asOf && (fact.until === null || asOf < fact.until);
    if (fact.at === null || !isTrue) return;
    const { at } = fact;
    const index = firstAfter(spans, at);
    const span = spans[index];
    if (span !== undefined && span.from <= at) running[index]?.add(fact);
  };
}

function addWhileTrue(spans: readonly Span[], running: readonly RunningAnswer[]) {
  return (fact: FactView): void => {
    for (let index = firstAfter(spans, fact.from - 1); index < spans.length; index++) {
      const end = spans[index]?.to;
      if (end === undefined || (fact.until !== null && end >= fact.until)) return;
      running[index]?.add(fact);
    }
  };
}

/** The index of the first span that ends after an instant. */
function firstAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
