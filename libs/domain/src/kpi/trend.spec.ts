import { buildConfiguration } from '../configuration/build-configuration.js';
import { noRates, ratesAt } from '../money/rates.js';
import { busyWeeks, busyWeeksAnywhere } from '../testing/busy-weeks.js';
import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { knownFrom } from '../testing/known-facts.js';
import { lead, subject } from '../testing/story.js';
import { answerKpi } from './answer.js';
import { parseAsking } from './asking.js';
import { kpiNamed, kpis } from './catalogue.js';
import { type Site, siteOf } from './site.js';
import { type BucketName, bucketAskings, bucketsOf, isBucket, trendOf } from './trend.js';

const berlin: Site = { zone: 'Europe/Berlin', weekStart: 0, currency: null };
const configuration = buildConfiguration(
  subject('site').tell('site.set', '08:00', { name: 'S', zone: 'UTC', locale: 'de-DE', currency: 'EUR' }).events,
);

const spansOf = (bucket: BucketName, from: string, to: string, site = berlin): string[] => {
  const cut = bucketsOf(bucket, { from: at(from), to: at(to) }, site);
  if (!cut.ok) throw new Error(cut.problem);
  return cut.spans.map(({ from: start }) => new Date(start).toISOString().slice(0, 16));
};

function groups(name: string, bucket: BucketName, from: string, to: string, params: Record<string, string> = {}) {
  const kpi = kpiNamed(name);
  if (kpi === null) throw new Error(`no KPI ${name}`);
  const parsed = parseAsking(kpi, params, { configuration, now: at(to) });
  const cut = bucketsOf(bucket, { from: at(from), to: at(to) }, { ...berlin, zone: 'UTC' });
  if (!parsed.ok || !cut.ok) throw new Error('no trend');
  return trendOf(kpi, parsed.asking, cut.spans, facts, { configuration, rates: noRates }).map((told) => told.groups[0]);
}
const values = (...asked: Parameters<typeof groups>) => groups(...asked).map((group) => group?.value);
const leftOut = (name: string, from: string, to: string) => groups(name, 'hour', from, to).map((group) => group?.excluded);

const facts = factsOfStories([
  lead('a').arrived('09:10').called('11:30', 'luis'),
  lead('b').arrived('09:50'),
  lead('c').arrived('11:05').called('11:59', 'luis'),
]);

describe('a trend', () => {
  it('is cut at the boundaries of the zone, the first and last bucket by the span', () => {
    expect(spansOf('day', '2026-11-05T10:00:00Z', '2026-11-07T00:00:00Z')).toEqual([
      '2026-11-05T10:00',
      '2026-11-05T23:00',
      '2026-11-06T23:00',
    ]);
    expect(spansOf('month', '2026-10-15T00:00:00Z', '2026-12-01T00:00:00Z')).toEqual([
      '2026-10-15T00:00',
      '2026-10-31T23:00',
      '2026-11-30T23:00',
    ]);
  });

  it('has 25 hours on the day on which the clock goes back', () => {
    expect(spansOf('hour', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toHaveLength(25);
  });

  it('is cut into hours, days, weeks and months, and into nothing else', () => {
    expect(['hour', 'day', 'week', 'month', 'year', 'minute', ''].filter(isBucket)).toEqual(['hour', 'day', 'week', 'month']);
  });

  it('of more buckets than anyone can read is refused', () => {
    expect(bucketsOf('hour', { from: 0, to: at('09:00') }, berlin)).toEqual({
      ok: false,
      parameter: 'bucket',
      problem: expect.stringMatching(/^more than \d+ buckets by hour$/),
      allowed: ['a larger bucket', 'a shorter window'],
    });
  });

  it('of a flow counts in each bucket what lies in it', () => {
    expect(values('leads-created', 'hour', '09:00', '12:00')).toEqual([2, 0, 1]);
    expect(values('lead-response-time', 'hour', '09:00', '12:00')).toEqual([8400, null, 3240]);
  });

  it('of a flow knows what is true at its very instant, and no more what ended then', () => {
    // a is answered at 11:30: asked just then it counts, and is left out no more
    expect(values('lead-response-time', 'hour', '09:00', '11:30')).toEqual([8400, null, null]);
    expect(leftOut('lead-response-time', '09:00', '11:30')).toEqual([{ unanswered: 1 }, {}, { unanswered: 1 }]);
    expect(leftOut('lead-response-time', '09:00', '11:29')).toEqual([{ unanswered: 2 }, {}, { unanswered: 1 }]);
  });

  it('of a stock is its value at each bucket’s end', () => {
    expect(values('waiting-now', 'hour', '08:00', '12:00')).toEqual([0, 2, 2, 1]);
    expect(values('waiting-now', 'hour', '11:10', '11:30')).toEqual([2]);
  });

  it('of a stock counts what begins at the very end of a bucket', () => {
    expect(values('waiting-now', 'hour', '08:10', '09:10')).toEqual([0, 1]);
  });
});

/** What is held against plans tells of a bucket what it tells of no period: see `trends-of-plans.spec.ts`. */
const knowsBuckets: ReadonlySet<string> = new Set(['target-attainment', 'forecast-accuracy']);

describe.each([
  ['of a site', busyWeeks],
  ['of no site', busyWeeksAnywhere],
])('the trend of two busy weeks %s', (_name, stories) => {
  const known = knownFrom(stories.flatMap(({ events }) => events));
  const site = siteOf(known.configuration);
  const asOf = at('mon+3 12:00');
  const context = { configuration: known.configuration, rates: ratesAt(known.facts, asOf) };
  const week = { from: at('09:00'), to: at('mon+1 09:00') };

  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('says of %s in each bucket what is said of the bucket alone', (_kpi, kpi) => {
    const usual = Object.fromEntries(Object.entries(kpi.parameters).map(([name, { default: value }]) => [name, value]));
    const others = Object.entries(kpi.parameters).flatMap(([name, parameter]) =>
      parameter.values.map((value) => ({ ...usual, [name]: value })),
    );
    const [slice] = kpi.dimensions;
    for (const params of [usual, ...others, ...(slice === undefined ? [] : [{ ...usual, by: slice }])]) {
      const parsed = parseAsking(kpi, params, { configuration: known.configuration, now: asOf });
      const cut = bucketsOf('day', week, site);
      if (!parsed.ok || !cut.ok) throw new Error('no trend');
      const alone = bucketAskings(kpi, parsed.asking, cut.spans).map(({ bucket, ...asking }, index) => ({
        from: new Date(cut.spans[index]?.from ?? 0).toISOString(),
        to: new Date(cut.spans[index]?.to ?? 0).toISOString(),
        groups: answerKpi(kpi, { ...asking, ...(bucket !== undefined && knowsBuckets.has(kpi.name) && { bucket }) }, known.facts, context)
          .groups,
      }));
      expect(trendOf(kpi, parsed.asking, cut.spans, known.facts, context)).toEqual(alone);
    }
  });
});
