import { ratesAt } from '../money/rates.js';
import { at } from '../testing/clock-time.js';
import { knownFrom } from '../testing/known-facts.js';
import { lead, type Story, subject } from '../testing/story.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { forecastAccuracy } from './forecast-accuracy.kpi.js';
import type { Formula } from './kpi.js';
import type { GroupAnswer } from './running-answer.js';
import { siteOf } from './site.js';
import { targetAttainment } from './target-attainment.kpi.js';
import { type BucketName, bucketsOf, trendOf } from './trend.js';

const site = subject('site').tell('site.set', '2026-08-01T08:00:00Z', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const later = '2026-12-05T00:00:00Z';
const set = '2026-10-20T08:00:00Z';
const won = (name: string, time: string, amount: number, rep = 'ana') => lead(name).won(time, { amount: { amount, currency: 'EUR' }, rep });
// Tuesday, 3 November, and the day after it
const deals = [won('a', 'tue 10:00', 500), won('b', 'wed 10:00', 250, 'luis')];
const november = subject('november').aimed(set, 3000, '2026-11-01', '2026-11-30');

/** The first group of each bucket, or each bucket's group of a rep. */
function trendIn(kpi: Formula, stories: readonly Story[], bucket: BucketName, params: Record<string, string>, now = later) {
  const { configuration, facts } = knownFrom(stories.flatMap(({ events }) => events));
  const parsed = parseAsking(kpi, params, { configuration, now: at(now) });
  if (!parsed.ok) throw new Error(parsed.problem);
  const { from, to, asOf } = parsed.asking;
  const cut = bucketsOf(bucket, { from: from ?? asOf, to: to ?? asOf }, siteOf(configuration));
  if (!cut.ok) throw new Error(cut.problem);
  const context = { configuration, rates: ratesAt(facts, asOf) };
  const told = trendOf(kpi, parsed.asking, cut.spans, facts, context).map(({ groups }) => groups);
  return { told, whole: answerKpi(kpi, parsed.asking, facts, context).groups };
}
const valuesOf = (told: readonly (readonly GroupAnswer[])[]) => told.map(([group]) => group?.value);

describe('the trend of attainment', () => {
  const attained = (bucket: BucketName, params: Record<string, string>, stories: readonly Story[] = [november], now = later) =>
    trendIn(targetAttainment, [site, ...deals, ...stories], bucket, params, now).told;

  it('holds a day against its share of the month: a thirtieth, where the month has thirty days', () => {
    const days = attained('day', { from: '2026-11-02', to: '2026-11-05' });
    expect(days.map(([group]) => [group?.value, group?.['target'], group?.['revenue']])).toEqual([
      [0, 100, 0],
      [5, 100, 500],
      [2.5, 100, 250],
    ]);
  });

  it('holds a month that runs still against its whole target, as the number of the month does', () => {
    const now = '2026-11-10T23:00:00Z';
    const [october, current] = attained('month', { from: '2026-10-01' }, [november], now);
    const { whole } = trendIn(targetAttainment, [site, ...deals, november], 'day', { window: 'month' }, now);
    expect(current).toMatchObject([{ value: 0.25, pace: 0.75, target: 3000 }]);
    expect(current).toEqual(whole);
    expect(october).toMatchObject([{ value: null, target: null }]);
  });

  it('holds what the window cuts off a month against the share of that', () => {
    expect(attained('month', { from: '2026-11-03', to: '2026-11-18' })).toMatchObject([[{ value: 0.5, target: 1500 }]]);
  });

  it('takes the target of the very bucket, else the sum of those that tile it, else the shares', () => {
    const week = subject('week').aimed(set, 150, '2026-11-02', '2026-11-08');
    const tuesday = subject('tuesday').aimed(set, 250, '2026-11-03', '2026-11-03');
    const first = (bucket: BucketName, ...stories: Story[]) => attained(bucket, { from: '2026-11-02', to: '2026-11-09' }, stories)[0];
    expect(first('week', november, week)).toMatchObject([{ value: 5, target: 150 }]);
    expect(first('week', november)).toMatchObject([{ target: 700 }]);
    const halves = [subject('h1').aimed(set, 100, '2026-11-02', '2026-11-03'), subject('h2').aimed(set, 50, '2026-11-04', '2026-11-08')];
    expect(first('week', november, ...halves)).toMatchObject([{ target: 150 }]);
    // the shortest that holds: Tuesday has its own, the other days a part of the week
    const days = attained('day', { from: '2026-11-02', to: '2026-11-05' }, [november, week, tuesday]);
    expect(days.map(([group]) => group?.['target'])).toEqual([21.4286, 250, 21.4286]);
  });

  it('is empty where the targets leave a part of the bucket without one, and where one of 0 is meant', () => {
    // the week begins in October, of which nobody wanted anything
    const values = valuesOf(attained('week', { from: '2026-10-26', to: '2026-11-09' }));
    expect(values).toEqual([null, 750 / 700]);
    expect(
      valuesOf(attained('day', { from: '2026-11-02', to: '2026-11-03' }, [subject('z').aimed(set, 0, '2026-11-01', '2026-11-30')])),
    ).toEqual([null]);
  });

  it('gives each rep his own share, and none to those without a target', () => {
    const anas = subject('anas').aimed(set, 600, '2026-11-01', '2026-11-30', { rep: 'ana' });
    const luises = subject('luises').aimed(set, 9000, '2026-11-01', '2026-11-30', { rep: 'luis' });
    const [, tuesday] = attained('day', { from: '2026-11-02', to: '2026-11-04', by: 'rep' }, [november, anas]);
    expect(tuesday).toMatchObject([{ key: { rep: 'ana' }, value: 25, target: 20 }]);
    const [, , wednesday] = attained('day', { from: '2026-11-02', to: '2026-11-05', by: 'rep' }, [november, anas]);
    expect(wednesday).toMatchObject([
      { key: { rep: 'ana' }, value: 0 },
      { key: { rep: 'luis' }, value: null, target: null },
    ]);
    const [, both] = attained('day', { from: '2026-11-02', to: '2026-11-05' }, [november, anas, luises]);
    expect(both).toMatchObject([{ reps_at_target: 0.5 }]);
  });

  it('goes by the target as it was last set by the end of its period', () => {
    const raised = subject('november')
      .aimed(set, 3000, '2026-11-01', '2026-11-30')
      .aimed('2026-11-20T08:00:00Z', 6000, '2026-11-01', '2026-11-30');
    expect(valuesOf(attained('day', { from: '2026-11-03', to: '2026-11-04' }, [raised]))).toEqual([2.5]);
    expect(valuesOf(attained('day', { from: '2026-11-03', to: '2026-11-04' }, [raised], '2026-11-10T00:00:00Z'))).toEqual([5]);
    const late = raised.aimed('2026-12-02T08:00:00Z', 1, '2026-11-01', '2026-11-30');
    expect(attained('month', { from: '2026-11-01', to: '2026-12-01' }, [late])).toMatchObject([
      [{ target: 6000, excluded: { after_period: 1 } }],
    ]);
  });

  it('alone a period without a target stays without one', () => {
    const { whole } = trendIn(targetAttainment, [site, ...deals, november], 'day', { from: '2026-11-03', to: '2026-11-04' });
    expect(whole).toMatchObject([{ value: null, target: null }]);
  });
});

describe('the trend of forecast accuracy', () => {
  const before = '2026-10-30T08:00:00Z';
  const first = subject('f1').foresaw(before, 600, '2026-11-02', '2026-11-08');
  const second = subject('f2').foresaw(before, 100, '2026-11-09', '2026-11-15');
  const next = won('c', '2026-11-10T10:00:00Z', 200, 'ana');
  const accuracy = (bucket: BucketName, params: Record<string, string>, stories: readonly Story[] = [first, second], now = later) =>
    trendIn(forecastAccuracy, [site, ...deals, next, ...stories], bucket, params, now);
  const weeks = { from: '2026-11-02', to: '2026-11-16' };

  it('tells of a forecast where its period ends: of a week, on its Sunday', () => {
    const { told } = accuracy('day', weeks);
    const noneYet = Array.from({ length: 6 }, () => [null, 0]);
    expect(told.map(([group]) => [group?.value, group?.n])).toEqual([...noneYet, [0.8, 1], ...noneYet, [0.5, 1]]);
  });

  it('has in all buckets the forecasts that the number of the whole has', () => {
    const monthly = subject('f3').foresaw(before, 900, '2026-11-01', '2026-11-30');
    for (const bucket of ['day', 'week', 'month'] as const) {
      const { told, whole } = accuracy(bucket, { from: '2026-11-01', to: '2026-12-01' }, [first, second, monthly]);
      expect(told.reduce((n, [group]) => n + (group?.n ?? 0), 0)).toBe(3);
      expect(whole).toMatchObject([{ n: 3 }]);
    }
    // the month does not lie in the window, the weeks do
    const { told, whole } = accuracy('week', { from: '2026-11-02', to: '2026-12-01' }, [first, second, monthly]);
    expect([told.map(([group]) => group?.n), whole[0]?.n]).toEqual([[1, 1, 0, 0, 0], 2]);
  });

  it('has none of a period that has not ended', () => {
    const { told } = accuracy('week', weeks, [first, second], '2026-11-15T22:59:59Z');
    expect(told.map(([group]) => group?.n)).toEqual([1, 0]);
  });

  it('tells of one that came too late where its period begins, and of no rate where it ends', () => {
    const late = subject('f4').foresaw('2026-11-04T08:00:00Z', 5, '2026-11-02', '2026-11-15');
    const dollars = subject('f5').foresaw(before, 0, '2026-11-02', '2026-11-15', { amount: { amount: 5, currency: 'USD' } });
    const { told } = accuracy('week', weeks, [late, dollars]);
    expect(told.map(([group]) => group?.excluded)).toEqual([{ after_start: 1 }, { no_rate: 1 }]);
  });
});
