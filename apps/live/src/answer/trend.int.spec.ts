import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { type BucketName, trendOf } from '@leadclock/domain/kpi/trend.js';
import { ratesAt } from '@leadclock/domain/money/rates.js';
import { busyWeeks } from '@leadclock/domain/testing/busy-weeks.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { Planted } from '../testing/planted.js';
import type { Params } from './answered.js';
import { trend } from './trend.js';

const here = { now: at('mon+3 12:00') };
const weeks = { from: '2026-11-02', to: '2026-11-17' };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...busyWeeks);
});
afterAll(() => planted.close());

describe('the trend of two busy weeks, counted by the database', () => {
  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('of %s says what each fact, looked at by itself, comes to', async (name, kpi) => {
    const { configuration, facts } = planted;
    const [dimension] = kpi.dimensions.filter((each) => !kpi.series.includes(each));
    const by: Params = dimension === undefined ? {} : { by: dimension };
    const ways = Object.entries(kpi.parameters).flatMap(([parameter, { values }]) => values.map((value) => ({ [parameter]: value })));
    const asked: readonly (readonly [BucketName, Params])[] = [
      ['day', weeks],
      ['week', { ...weeks, ...by }],
      ['hour', { from: '2026-11-02T08:00:00Z', to: '2026-11-04T12:00:00Z', ...by }],
      ['day', { ...weeks, ...by, as_of: '2026-11-05T11:30:00Z' }],
      // what is folded anew is placed by the domain
      ['day', { ...weeks, ...by, known_at: '2026-11-05T11:30:00Z' }],
      ...ways.map((way) => ['day', { ...weeks, ...way }] as const),
    ];
    for (const [bucket, params] of asked) {
      const { known_at, ...told } = params;
      const parsed = parseAsking(kpi, known_at === undefined ? told : { ...told, as_of: known_at }, { configuration, now: here.now });
      if (!parsed.ok) throw new Error(parsed.problem);
      const answered = await trend(planted.dataSource, name, { ...params, bucket }, here);
      if (!answered.ok) throw new Error(`${name}: no trend`);
      const edges = answered.body.buckets.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to), end: Date.parse(to) }));
      const context = { configuration, rates: ratesAt(facts, parsed.asking.asOf) };
      expect([params, answered.body.buckets]).toEqual([params, trendOf(kpi, parsed.asking, edges, facts, context)]);
    }
  });
});
