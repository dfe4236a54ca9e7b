import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { trend } from './trend.js';

const here = { now: at('fri 12:00') };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    lead('ada')
      .arrived('mon 09:00')
      .opened('mon 10:00', 'new', { amount: { amount: 1000, currency: 'USD' } }),
    subject('mrr').tell('subscription.started', 'mon 11:00', { customer: 'c', mrr: { amount: 100, currency: 'USD' } }),
    subject('USD')
      .tell('rate.set', 'mon 08:00', { date: '2026-11-02', to: 'EUR', rate: 0.5 })
      // the rate of a day is heard in its evening, as banks tell it
      .tell('rate.set', 'tue 17:00', { date: '2026-11-03', to: 'EUR', rate: 0.6 })
      .tell('rate.set', 'wed 17:00', { date: '2026-11-04', to: 'EUR', rate: 0.7 })
      // Thursday's comes at once, and is told otherwise on the day after
      .tell('rate.set', 'thu 00:00', { date: '2026-11-05', to: 'EUR', rate: 0.75 })
      .tell('rate.set', 'fri 10:00', { date: '2026-11-05', to: 'EUR', rate: 0.8 })
      .tell('rate.set', 'fri 11:00', { date: '2026-11-06', to: 'EUR', rate: 0.9 }),
  );
});
afterAll(() => planted.close());

const valuesOf = async (kpi: string, params: Params) => {
  const told = await trend(planted.dataSource, kpi, { bucket: 'day', from: '2026-11-02', to: '2026-11-06', ...params }, here);
  if (!told.ok) throw new Error(told.problem);
  return told.body.buckets.map(({ to, groups: [group] }) => [to, group?.value]);
};

const valueAt = async (kpi: string, params: Params) => {
  const told = await answer(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(told.problem);
  return told.body.groups[0]?.value;
};

describe('money that stands, day by day', () => {
  it('is converted as it was at each day’s end: by the rates that were known then', async () => {
    expect(await valuesOf('pipeline-value', {})).toEqual([
      ['2026-11-03T00:00:00.000Z', 500],
      ['2026-11-04T00:00:00.000Z', 600],
      ['2026-11-05T00:00:00.000Z', 750],
      ['2026-11-06T00:00:00.000Z', 750],
    ]);
  });

  it.each<[string, Params]>([
    ['pipeline-value', {}],
    ['pipeline-value', { known_at: '2026-11-04T20:00:00Z', as_of: '2026-11-06' }],
    ['monthly-recurring-revenue', {}],
    ['annual-recurring-revenue', { by: 'product' }],
  ])('says of each day what the number says as of its end: %s %j', async (kpi, params) => {
    const told = await valuesOf(kpi, params);
    expect(told).toHaveLength(4);
    for (const [end, value] of told) expect([end, value]).toEqual([end, await valueAt(kpi, { ...params, as_of: String(end) })]);
  });
});
