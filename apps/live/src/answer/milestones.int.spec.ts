import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { milestones } from './milestones.js';

/** A deal of a rep, won on a date of November at noon in Berlin. */
const won = (name: string, date: string, rep: string, amount: number, currency = 'EUR'): Story =>
  lead(name)
    .arrived('2026-10-20T08:00:00Z', { owner: rep })
    .opened('2026-10-20T09:00:00Z')
    .won(`2026-11-${date}T11:00:00Z`, { rep, amount: { amount, currency } });

// the 20th of November 2026, 10:00 in Berlin; the period is of 30 days of 24 hours
const here = { now: at('2026-11-20T09:00:00Z') };
const stories: readonly Story[] = [
  subject('site').tell('site.set', '2024-01-01T00:00:00Z', { name: 'Floor', zone: 'Europe/Berlin', locale: 'de-DE', currency: 'EUR' }),
  ...['ana', 'luis', 'zoe'].map((rep) => subject(rep).tell('rep.set', '2024-01-01T00:00:00Z', { name: rep, team: 'north', active: true })),
  subject('all').aimed('2026-10-25T08:00:00Z', 4_000, '2026-11-01', '2026-11-30'),
  subject('ana-goal').aimed('2026-10-25T08:00:00Z', 1_000, '2026-11-01', '2026-11-30', { rep: 'ana' }),
  subject('zoe-goal').aimed('2026-10-25T08:00:00Z', 800, '2026-11-01', '2026-11-30', { rep: 'zoe' }),
  subject('none').aimed('2026-10-25T08:00:00Z', 0, '2026-11-01', '2026-11-30', { rep: 'luis' }),
  subject('leads').tell('target.set', '2026-10-01T08:00:00Z', {
    kpi: 'leads-created',
    period: { from: '2026-10-01', to: '2026-10-31' },
    value: 8,
  }),
  won('a1', '03', 'ana', 250),
  won('a2', '17', 'ana', 300),
  won('l1', '04', 'luis', 749.9),
  won('l2', '09', 'luis', 0.1),
  won('foreign', '05', 'luis', 9_000, 'USD'),
];
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const ask = async (kpi: string, params: Params) => {
  const told = await milestones(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
};

it('the revenue of the month comes to a quarter of the target to the cent on the 9th, a day late', async () => {
  const month = await ask('target-attainment', { window: 'month' });
  expect(month).toMatchObject({
    kpi: 'won-revenue',
    unit: 'money',
    currency: 'EUR',
    as_of: '2026-11-20T09:00:00.000Z',
    from: '2026-10-31T23:00:00.000Z',
    to: '2026-11-30T23:00:00.000Z',
  });
  expect(month.groups).toEqual([
    {
      key: {},
      target: 4_000,
      value: 1_300,
      milestones: [
        {
          share: 0.25,
          amount: 1_000,
          reached_from: '2026-11-08T23:00:00.000Z',
          reached_to: '2026-11-09T23:00:00.000Z',
          due: '2026-11-08T11:00:00.000Z',
          state: 'behind',
        },
        { share: 0.5, amount: 2_000, reached_from: null, reached_to: null, due: '2026-11-15T23:00:00.000Z', state: 'behind' },
        { share: 0.75, amount: 3_000, reached_from: null, reached_to: null, due: '2026-11-23T11:00:00.000Z', state: 'open' },
        { share: 1, amount: 4_000, reached_from: null, reached_to: null, due: '2026-11-30T23:00:00.000Z', state: 'open' },
      ],
    },
  ]);
  expect(await ask('won-revenue', { window: 'month' })).toEqual(month);
});

it('by rep those stand who have a target, the one without a deal too; of a target of 0 nothing is told', async () => {
  const { groups } = await ask('won-revenue', { window: 'month', by: 'rep' });
  expect(
    groups.map(({ key, target, value, milestones: all }) => [key['rep'], target, value, all?.map(({ state }) => state) ?? null]),
  ).toEqual([
    ['ana', 1_000, 550, ['ahead', 'behind', 'open', 'open']],
    ['luis', 0, 750, null],
    ['zoe', 800, 0, ['behind', 'behind', 'open', 'open']],
  ]);
  expect(await ask('target-attainment', { window: 'month', rep: 'ana' })).toMatchObject({ groups: [{ ...groups[0], key: {} }] });
});

it('the value is that of the answer', async () => {
  const told = await answer(planted.dataSource, 'won-revenue', { window: 'month', by: 'rep' }, here);
  if (!told.ok) throw new Error(told.problem);
  const values = new Map(told.body.groups.filter((group) => group['currency'] === 'EUR').map(({ key, value }) => [key['rep'], value]));
  const { groups } = await ask('won-revenue', { window: 'month', by: 'rep' });
  for (const { key, value } of groups) expect([key['rep'], value]).toEqual([key['rep'], values.get(key['rep'] ?? null) ?? 0]);
});

it('looked back at, the same days are told as far as they had come', async () => {
  const { groups } = await ask('won-revenue', { window: 'month', as_of: '2026-11-08T22:59:00Z' });
  expect(groups[0]).toMatchObject({ value: 999.9, milestones: [{ reached_from: null, state: 'open' }, {}, {}, {}] });
});

it('a count has them too, of a period between two dates', async () => {
  const { currency, groups } = await ask('leads-created', { from: '2026-10-01', to: '2026-11-01' });
  expect([currency, groups]).toMatchObject([
    null,
    [
      {
        target: 8,
        value: 5,
        milestones: [
          { amount: 2, reached_from: '2026-10-19T22:00:00.000Z', state: 'behind' },
          { amount: 4, reached_from: '2026-10-19T22:00:00.000Z', state: 'behind' },
          { amount: 6, reached_from: null, state: 'behind' },
          { amount: 8, state: 'behind' },
        ],
      },
    ],
  ]);
});

it.each<[Params]>([[{ window: 'week' }], [{ window: 'month', by: 'origin' }], [{ window: 'month', team: 'north' }]])(
  'nobody has a target of %j',
  async (params) => {
    expect((await ask('won-revenue', params)).groups).toEqual([]);
  },
);

it.each<[string, Params, string, string]>([
  ['win-ratio', { window: 'month' }, 'kpi', 'target-attainment'],
  ['waiting-now', { window: 'month' }, 'kpi', 'leads-created'],
  ['won-revenue', {}, 'window', 'month'],
  ['target-attainment', {}, 'window', 'month'],
  ['won-revenue', { from: '2020-01-01' }, 'from', 'a shorter period'],
  ['won-revenue', { window: 'fortnight' }, 'window', 'month'],
  ['no-such', { window: 'month' }, 'kpi', 'won-revenue'],
])('%s of %j is refused for its %s', async (kpi, params, parameter, allowed) => {
  expect(await milestones(planted.dataSource, kpi, params, here)).toMatchObject({
    ok: false,
    parameter,
    problem: expect.stringMatching(/\S/),
    allowed: expect.arrayContaining([allowed]),
  });
});
