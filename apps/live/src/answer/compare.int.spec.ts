import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { compare } from './compare.js';

/** A lead that arrives at an instant and is answered a number of minutes later. */
const answered = (name: string, arrival: string, minutes: number, rep = 'ana'): Story => {
  const later = new Date(Date.parse(arrival) + minutes * 60_000).toISOString();
  return lead(name).arrived(arrival).touched(later, { rep, outcome: 'connected' });
};

// Monday, 2 November 2026, 10:00 in Berlin; the clocks went back on 25 October
const here = { now: at('2026-11-02T09:00:00Z') };
const stories: readonly Story[] = [
  subject('site').tell('site.set', '2024-01-01T00:00:00Z', { name: 'Floor', zone: 'Europe/Berlin', locale: 'de-DE', currency: 'EUR' }),
  answered('today-1', '2026-11-02T07:00:00Z', 1),
  answered('today-2', '2026-11-02T07:30:00Z', 3),
  answered('yesterday', '2026-11-01T07:00:00Z', 10),
  answered('yesterday-at-night', '2026-11-01T21:00:00Z', 20),
  // yesterday's third was answered only today, after yesterday had run as far as today has
  answered('slow', '2026-11-01T08:00:00Z', 24 * 60),
  // three on one of the Mondays, one on another, none on two; one of them after 10:00
  answered('m1-a', '2026-10-26T07:00:00Z', 2),
  answered('m1-b', '2026-10-26T07:00:00Z', 4),
  answered('m1-c', '2026-10-26T07:00:00Z', 6, 'luis'),
  answered('m1-late', '2026-10-26T10:00:00Z', 99),
  answered('m3', '2026-10-12T06:00:00Z', 60),
  answered('a-year-ago', '2025-11-02T08:00:00Z', 7),
];
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const ask = async (kpi: string, params: Params) => {
  const told = await compare(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
};

it('a count today stands beside yesterday’s as far as today has run, its mean on Mondays, and the day of last year', async () => {
  expect(await ask('leads-created', { window: 'today' })).toMatchObject({
    groups: [{ value: 2 }],
    before: {
      as_of: '2026-11-01T09:00:00.000Z',
      from: '2026-10-31T23:00:00.000Z',
      to: '2026-11-01T09:00:00.000Z',
      groups: [{ value: 2 }],
      changes: [{ now: 2, then: 2, difference: 0, relative: 0 }],
    },
    weekday: {
      mean_of: 'values',
      groups: [{ value: 1, n: 4, days: 4 }],
      changes: [{ now: 2, then: 1, difference: 1, relative: 1 }],
      days: [{ groups: [{ value: 3 }] }, { groups: [{ value: 0 }] }, { groups: [{ value: 1 }] }, { groups: [{ value: 0 }] }],
    },
    last_year: { from: '2025-11-01T23:00:00.000Z', to: '2025-11-02T09:00:00.000Z', groups: [{ value: 1 }] },
  });
});

it('a median is that of all rows of the Mondays, no mean of medians', async () => {
  const { weekday, before } = await ask('lead-response-time', { window: 'today' });
  // 2, 4, 6 and 60 minutes; the mean of the two medians would be 32
  expect(weekday).toMatchObject({ mean_of: 'rows', groups: [{ value: 300, n: 4 }] });
  // the slow answer had not come yesterday at ten
  expect(before).toMatchObject({ groups: [{ value: 600, n: 1, excluded: { unanswered: 1 } }] });
});

it('slices and filters hold in all of them', async () => {
  const { before, weekday, last_year } = await ask('lead-response-time', { window: 'today', by: 'rep', rep: 'luis' });
  expect([before, weekday, last_year]).toMatchObject([
    { groups: [] },
    { groups: [{ key: { rep: 'luis' }, value: 360, n: 1 }], changes: [{ key: { rep: 'luis' }, now: null, then: 360, difference: null }] },
    { groups: [] },
  ]);
});

it('a stock stands beside itself at the earlier instants', async () => {
  // at 09:30 in Berlin a day before the slow one waited; a week before that nobody did
  const asOf = '2026-11-02T08:30:00Z';
  expect(await ask('waiting-now', { as_of: asOf, window: '24h' })).toMatchObject({
    before: { as_of: '2026-11-01T08:30:00.000Z', from: null, to: null, groups: [{ value: 1 }] },
    weekday: {
      groups: [{ value: 0, days: 4 }],
      days: [{ as_of: '2026-10-26T08:30:00.000Z' }, { as_of: '2026-10-19T07:30:00.000Z' }, {}, {}],
    },
    last_year: { as_of: '2025-11-02T08:30:00.000Z' },
  });
  expect(await ask('waiting-now', {})).toMatchObject({ before: { reason: 'no_window' }, weekday: { reason: null } });
});

it('all time has nothing before it, and a week no weekday', async () => {
  expect(await ask('leads-created', {})).toMatchObject({
    before: { reason: 'no_window' },
    weekday: { reason: 'no_window' },
    last_year: { reason: 'no_window' },
  });
  expect(await ask('leads-created', { window: 'week' })).toMatchObject({
    before: { reason: null },
    weekday: { reason: 'longer_than_a_day' },
    last_year: { reason: null },
  });
});

it.each(kpis.map(({ name }) => name))('%s: what it was is what is answered when it is asked of then', async (kpi) => {
  const { before, weekday, groups } = await ask(kpi, { window: '24h' });
  const alone = async (params: Params) => {
    const told = await answer(planted.dataSource, kpi, params, here);
    if (!told.ok) throw new Error(told.problem);
    return told.body.groups;
  };
  expect(groups).toEqual(await alone({ window: '24h' }));
  if (before.reason !== null || weekday.reason !== null) throw new Error('24 hours have both');
  expect(before.groups).toEqual(await alone({ window: '24h', as_of: before.as_of }));
  for (const day of weekday.days) expect(day.groups).toEqual(await alone({ window: '24h', as_of: day.as_of }));
});

it('is refused as the answer is', async () => {
  expect(await compare(planted.dataSource, 'leads-created', { window: 'fortnight' }, here)).toMatchObject({
    ok: false,
    parameter: 'window',
  });
});
