import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { inOneCurrency } from '@leadclock/domain/kpi/exact-money.js';
import type { Kpi } from '@leadclock/domain/kpi/kpi.js';
import { countedTowards, type Milestone, milestonesOf } from '@leadclock/domain/kpi/milestones.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { isSameScope, scopeOf } from '@leadclock/domain/kpi/scope.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import { compareSlices, type SliceValues, sliceKey, sliceName } from '@leadclock/domain/kpi/slices.js';
import type { Key } from '@leadclock/domain/kpi/tally.js';
import { periodOf } from '@leadclock/domain/kpi/target-periods.js';
import { type Bucket, bucketsOf, type TrendBucket } from '@leadclock/domain/kpi/trend.js';
import { targetFor } from '@leadclock/domain/kpi/wanted.js';
import { type Span, windowNames } from '@leadclock/domain/kpi/window.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params, Refusal } from './answered.js';
import { type Question, understand } from './question.js';
import { targetsIn } from './targets-set.js';
import { trendIn } from './trend.js';

/** When a part of the target was reached, or should have been. Times are RFC 3339 in UTC. */
type ToldMilestone = Omit<Milestone, 'reached' | 'due'> & {
  /** the day on which it was reached; null: not yet */
  readonly reached_from: string | null;
  readonly reached_to: string | null;
  readonly due: string;
};

interface GroupMilestones {
  readonly key: Key;
  readonly target: number;
  /** null: it is money in several currencies, and no site says into which */
  readonly value: number | null;
  /** null: a target of 0 or less has none, nor has a value that is none */
  readonly milestones: readonly ToldMilestone[] | null;
}

/** `GET /v1/kpis/:kpi/milestones`: the head of an answer, of the whole period of the target; those groups that have one. */
export type Milestones = Omit<Answer, 'from' | 'to' | 'groups'> & {
  readonly from: string;
  readonly to: string;
  /** of money: the site's */
  readonly currency: string | null;
  readonly groups: readonly GroupMilestones[];
};

/** When a KPI that adds up came to a quarter, half, three quarters and all of its target: days and targets of one snapshot. */
export async function milestones(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Milestones>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const asked = await understand(snapshot, kpi, params, here);
    if (!asked.ok) return asked;
    const counted = countedTowards(asked.body.kpi, asked.body.asking);
    if (counted === null) return doesNotAddUp(kpi);
    const understood = counted === asked.body.kpi ? asked : await understand(snapshot, counted.name, params, here);
    if (!understood.ok) return understood;
    const question = understood.body;
    const { asking, context } = question;
    const site = siteOf(context.configuration);
    const period = periodOf(asking, site);
    if (period === null || asking.from === null || asking.to === null) return withoutWindow;
    const days = bucketsOf('day', { from: asking.from, to: asking.to }, site);
    if (!days.ok) return { ...days, parameter: asking.window === null ? 'from' : 'window', allowed: ['a shorter period'] };
    const groups = await groupsOf(question, days.spans, period, site);
    const { groups: _, ...head } = answerOf(counted, asking, []);
    const currency = counted.unit === 'money' ? site.currency : null;
    return { ok: true, body: { ...head, from: rfc3339(period.from), to: rfc3339(period.to), currency, groups } };
  });
}

const withoutWindow = {
  ok: false,
  parameter: 'window',
  problem: 'without a window there is no period that a target is of',
  allowed: windowNames,
} as const;

const doesNotAddUp = (kpi: string): { readonly ok: false } & Refusal => ({
  ok: false,
  parameter: 'kpi',
  problem: `${kpi} does not add up to one number over a period`,
  allowed: kpis.filter(hasMilestones).map(({ name }) => name),
});

/** Whether a KPI, asked in the usual way, can have milestones. */
export function hasMilestones(kpi: Kpi): boolean {
  const params = Object.fromEntries(Object.entries(kpi.parameters).map(([parameter, { default: value }]) => [parameter, value]));
  return countedTowards(kpi, { params }) !== null;
}

/** The days are read only where somebody has a target. */
async function groupsOf(question: Question, days: readonly Bucket[], period: Span, site: Site): Promise<readonly GroupMilestones[]> {
  const { kpi, asking } = question;
  const goals = await targetsIn(question);
  const wanted = slicesOf(goals, asking).flatMap((values) => {
    const key = sliceKey(asking.by, values);
    const target = targetFor(kpi, asking, goals, key, site);
    return target === null ? [] : [{ key, name: sliceName(values), target }];
  });
  if (wanted.length === 0) return [];
  const buckets = await trendIn(question, days);
  // where there is a site's currency, money apart from it is left out of the values
  const canAdd = kpi.unit !== 'money' || site.currency !== null || inOneCurrency(buckets.flatMap(({ groups }) => groups));
  return wanted.map(({ key, name, target }) => {
    if (!canAdd) return { key, target, value: null, milestones: null };
    const values = buckets.map((bucket) => ({
      from: Date.parse(bucket.from),
      to: Date.parse(bucket.to),
      value: valueIn(bucket, name, asking, site),
    }));
    const told = milestonesOf(values, target, { period, asOf: asking.asOf, site });
    const units = values.reduce((sum, { value }) => sum + Math.round(value * 10_000), 0);
    return { key, target, value: units / 10_000, milestones: told === null ? null : told.map(written) };
  });
}

/** The slices of the question that a target is of, in the order of an answer. */
function slicesOf(goals: readonly GroupAnswer[], asking: Asking): readonly SliceValues[] {
  const slices = new Map<string, SliceValues>();
  for (const { key, n } of goals) {
    const values = asking.by.map((dimension) => key[dimension] ?? null);
    const scope = scopeOf(sliceKey(asking.by, values), asking);
    if (n > 0 && scope !== null && isSameScope(scope, key)) slices.set(sliceName(values), values);
  }
  return [...slices.values()].toSorted(compareSlices);
}

/** What a slice came to in a day. Money that has no rate into the site's currency counts towards nothing, as targets are in that one. */
function valueIn({ groups }: TrendBucket, slice: string, { by }: Asking, site: Site): number {
  let sum = 0;
  for (const { key, value, currency } of groups) {
    const apart = typeof currency === 'string' && site.currency !== null && currency !== site.currency;
    if (!apart && sliceName(by.map((dimension) => key[dimension] ?? null)) === slice) sum += value ?? 0;
  }
  return sum;
}

const written = ({ share, amount, reached, due, state }: Milestone): ToldMilestone => ({
  share,
  amount,
  reached_from: reached === null ? null : rfc3339(reached.from),
  reached_to: reached === null ? null : rfc3339(reached.to),
  due: rfc3339(due),
  state,
});

const rfc3339 = (instant: number): string => new Date(instant).toISOString();
