import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { type Change, changesBetween, type MeanGroup, meanOfValues } from '@leadclock/domain/kpi/changes.js';
import { comparisonOf, meanBy, type NoComparison } from '@leadclock/domain/kpi/comparison.js';
import { openAnswer } from '@leadclock/domain/kpi/parts.js';
import { type GroupAnswer, startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { siteOf } from '@leadclock/domain/kpi/site.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { untilAllRead } from './alike-facts.js';
import { answerTo } from './answer.js';
import type { Answered, Here, Params } from './answered.js';
import { tallyInto, tallyPart } from './part-facts.js';
import { askedAs, type Question, understand, windowedAsking } from './question.js';

/** Which period an earlier answer is of. */
type Period = Pick<Answer, 'as_of' | 'from' | 'to'>;

interface NothingEarlier {
  readonly reason: NoComparison;
}

/** The number of an earlier period, and how each group has changed since. */
interface Earlier extends Period {
  readonly reason: null;
  readonly groups: readonly GroupAnswer[];
  readonly changes: readonly Change[];
}

/** The mean of the same weekday of the four weeks before. */
interface SameWeekday {
  readonly reason: null;
  /** whether it is taken over the rows of all days, or of the days' values */
  readonly mean_of: 'rows' | 'values';
  readonly groups: readonly (GroupAnswer | MeanGroup)[];
  readonly changes: readonly Change[];
  readonly days: readonly (Period & { readonly groups: readonly GroupAnswer[] })[];
}

/** `GET /v1/kpis/:kpi/compare`: the answer, with what it was before. */
export type Compared = Answer & {
  readonly before: Earlier | NothingEarlier;
  readonly weekday: SameWeekday | NothingEarlier;
  readonly last_year: Earlier | NothingEarlier;
};

/** The number now, one period before, its mean on the same weekday of the last four weeks, and in the same period of last year: in one snapshot. */
export async function compare(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Compared>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    const question = understood.body;
    const now = await answerTo(question);
    const { asking, context } = question;
    const { before, weekday, lastYear } = comparisonOf(
      question.kpi,
      asking,
      windowedAsking(question, params, here),
      siteOf(context.configuration),
    );
    return {
      ok: true,
      body: {
        ...now,
        before: await earlier(question, before, now),
        weekday: await sameWeekday(question, weekday, now),
        last_year: await earlier(question, lastYear, now),
      },
    };
  });
}

/** What a number was at one earlier time, for those who have the present one. */
export interface Then {
  readonly reason: NoComparison | null;
  readonly groups: readonly (GroupAnswer | MeanGroup)[];
}

/** The number of one earlier time alone: what a tile compares with. */
export async function thenOf(
  dataSource: DataSource,
  kpi: string,
  params: Params,
  wanted: 'before' | 'weekday' | 'last_year',
  here: Here,
): Promise<Answered<Then>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    const question = understood.body;
    const site = siteOf(question.context.configuration);
    const { before, weekday, lastYear } = comparisonOf(question.kpi, question.asking, windowedAsking(question, params, here), site);
    const unknown = { groups: [] };
    const told =
      wanted === 'weekday'
        ? await sameWeekday(question, weekday, unknown)
        : await earlier(question, wanted === 'before' ? before : lastYear, unknown);
    return { ok: true, body: { reason: told.reason, groups: told.reason === null ? told.groups : [] } };
  });
}

async function earlier(question: Question, asking: Asking | NoComparison, now: Pick<Answer, 'groups'>): Promise<Earlier | NothingEarlier> {
  if (typeof asking === 'string') return { reason: asking };
  const { as_of, from, to, groups } = await answerTo(await askedAs(question, asking));
  return { reason: null, as_of, from, to, groups, changes: changesBetween(now.groups, groups) };
}

async function sameWeekday(
  question: Question,
  askings: readonly Asking[] | NoComparison,
  now: Pick<Answer, 'groups'>,
): Promise<SameWeekday | NothingEarlier> {
  if (typeof askings === 'string') return { reason: askings };
  const mean_of = meanBy(question.kpi, question.asking);
  const { days, groups } = mean_of === 'rows' ? await pooled(question, askings) : await byDay(question, askings);
  return { reason: null, mean_of, groups, changes: changesBetween(now.groups, groups), days };
}

type Days = Pick<SameWeekday, 'days' | 'groups'>;

async function byDay(question: Question, askings: readonly Asking[]): Promise<Days> {
  const days: SameWeekday['days'][number][] = [];
  for (const asking of askings) days.push(dayOf(await answerTo(await askedAs(question, asking))));
  return { days, groups: meanOfValues(days.map((day) => day.groups)) };
}

/** Answers, and one over the rows of all of them: they share nothing but what is asked, each has its own window and instant. */
async function pooled(question: Question, askings: readonly Asking[]): Promise<Days> {
  const [latest] = askings;
  if (latest === undefined) return { days: [], groups: [] };
  const { kpi, context } = await askedAs(question, latest);
  return untilAllRead(async () => {
    const all = openAnswer(kpi, latest, context);
    const days: SameWeekday['days'][number][] = [];
    for (const asking of askings) {
      const asked = await askedAs(question, asking);
      const day = openAnswer(kpi, asking, asked.context);
      for (const [index, part] of day.parts.entries()) {
        const again = () => tallyInto(startAnswer(part.of, part.asking, asked.context));
        const both = [part.running, ...all.parts.slice(index, index + 1).map(({ running }) => running)];
        await tallyPart(asked, part, 'answer', tallyInto(...both), again);
      }
      days.push(dayOf(answerOf(kpi, asking, day.groups(asking.asOf))));
    }
    return { days, groups: all.groups(latest.asOf) };
  });
}

const dayOf = ({ as_of, from, to, groups }: Answer): SameWeekday['days'][number] => ({ as_of, from, to, groups });
