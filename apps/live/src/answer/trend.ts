import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { factSelection } from '@leadclock/domain/kpi/selection.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { bucketNames, bucketsOf, isBucket, startTrend, type TrendBucket, type TrendPart } from '@leadclock/domain/kpi/trend.js';
import type { StoredSelection } from '@leadclock/read-model/queries/fact-where.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from './answered.js';
import { eachKnownFact } from './facts-as-known.js';
import { understand } from './question.js';
import { spanOfTrend } from './trend-span.js';

/** `GET /v1/kpis/:kpi/trend`: the head of an answer, with buckets in the place of groups. */
export type Trend = Omit<Answer, 'groups'> & { readonly bucket: string; readonly buckets: readonly TrendBucket[] };

/** The KPI by hour, day, week or month of its window (all time: from its first fact on). A stock is its value at each bucket's end. */
export async function trend(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Trend>> {
  const { bucket, ...rest } = params;
  if (typeof bucket !== 'string' || !isBucket(bucket)) {
    const problem = bucket === undefined ? 'bucket is missing' : `there is no bucket ${String(bucket)}`;
    return { ok: false, parameter: 'bucket', problem, allowed: bucketNames };
  }
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, rest, here);
    if (!understood.ok) return understood;
    const question = understood.body;
    const { asking, context, knowledge, world, kpi: asked } = question;
    const span = await spanOfTrend(question, rest, here);
    const buckets = bucketsOf(bucket, span, siteOf(context.configuration));
    if (!buckets.ok) return buckets;
    const running = startTrend(asked, asking, buckets.spans, context);
    for (const part of running.parts) await eachKnownFact(world, knowledge, trendSelection(part), (fact) => part.add(fact));
    const { groups: _, ...head } = answerOf(asked, asking, []);
    return { ok: true, body: { ...head, bucket, buckets: running.buckets() } };
  });
}

/** The facts that one of the askings of a part counts: all that lie in any of their windows, and were true at any of their instants. */
function trendSelection({ of, askings }: TrendPart): StoredSelection {
  const [first, ...more] = askings.map((asking) => factSelection(of, asking));
  if (first === undefined) throw new Error('a trend has at least one bucket');
  return more.reduce<StoredSelection>(
    (all, { at, trueAt }) => ({
      ...all,
      at: all.at === null || at === null ? null : { from: Math.min(all.at.from, at.from), to: Math.max(all.at.to, at.to) },
      trueAt: Math.max(all.trueAt, trueAt),
      trueFrom: Math.min(all.trueFrom ?? all.trueAt, trueAt),
    }),
    first,
  );
}
