import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { needsRates } from '@leadclock/domain/kpi/parts.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { type Bucket, bucketNames, bucketsOf, isBucket, startTrend, type TrendBucket } from '@leadclock/domain/kpi/trend.js';
import { ratesByInstant } from '@leadclock/domain/money/rates.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { untilAllRead } from './alike-facts.js';
import type { Answered, Here, Params } from './answered.js';
import { tallyKnownFacts } from './facts-as-known.js';
import { knownRates, type Question, understand } from './question.js';
import { spanOfTrend } from './trend-span.js';
import { wideSelection } from './wide-selection.js';

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
    const { asking, context, kpi: asked } = understood.body;
    const span = await spanOfTrend(understood.body, rest, here);
    const buckets = bucketsOf(bucket, span, siteOf(context.configuration));
    if (!buckets.ok) return buckets;
    const question = await withRatesSince(understood.body, span.from);
    const { groups: _, ...head } = answerOf(asked, asking, []);
    return { ok: true, body: { ...head, bucket, buckets: await trendIn(question, buckets.spans) } };
  });
}

/** A stock is converted as it was at each bucket's end: by the rates that were known then. A flow by those known at `as_of`, as its answer is. */
async function withRatesSince(question: Question, since: number): Promise<Question> {
  const { kpi, asking, context, knowledge, world } = question;
  if (kpi.shape(asking.params) === 'flow' || !needsRates(kpi, asking, context)) return question;
  const ratesAt = ratesByInstant(await knownRates(world, knowledge, asking.asOf, since));
  return { ...question, context: { ...context, ratesAt } };
}

/** What a question that is understood comes to in each of some spans, in its snapshot. */
export async function trendIn(
  { kpi, asking, context, knowledge, world }: Question,
  spans: readonly Bucket[],
): Promise<readonly TrendBucket[]> {
  const running = await untilAllRead(async () => {
    const begun = startTrend(kpi, asking, spans, context);
    for (const [index, part] of begun.parts.entries()) {
      const [asked = asking] = part.askings;
      const again = () => (startTrend(kpi, asking, spans, context).parts[index] ?? part).reader;
      await tallyKnownFacts(world, knowledge, wideSelection(part.of, part.askings), {
        use: 'trend',
        of: part.of,
        asking: asked,
        again,
        ...part.reader,
      });
    }
    return begun;
  });
  return running.buckets();
}
