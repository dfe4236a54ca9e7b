import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { isFormula } from '@leadclock/domain/kpi/kpi.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { type Explanation, explain } from './explain.js';
import { rows } from './rows.js';

const answers = { rep: 'ana', outcome: 'connected' } as const;
const stories: readonly Story[] = [
  subject('site').tell('site.set', '08:00', { name: 'Floor', zone: 'UTC', locale: 'en', currency: 'EUR' }),
  subject('p').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 300 }, steps: [] }),
  lead('ada').arrived('09:00', { owner: 'ana' }).touched('09:02', answers),
  lead('bob').arrived('09:00', { owner: 'ana' }).touched('09:03', answers),
  lead('cy').arrived('09:00', { owner: 'ana' }).touched('09:30', answers),
  lead('dee').arrived('11:58', { owner: 'luis' }),
  lead('eve').arrived('09:00').disqualified('09:01', 'spam'),
  lead('fay')
    .arrived('09:00')
    .opened('10:00')
    .won('11:00', { amount: { amount: 100, currency: 'USD' } }),
  lead('gus')
    .arrived('09:00')
    .opened('10:00')
    .won('11:00', { amount: { amount: 50, currency: 'EUR' } }),
  lead('hal').arrived('09:00').opened('10:00').lost('11:00'),
];
const here = { now: at('12:00') };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const explained = async (kpi: string, params: Params = {}): Promise<Explanation> => {
  const told = await explain(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
};

/** The rows at an address that an explanation gives. */
const rowsAt = async (address: string | null) => {
  const url = new URL(address ?? '', 'http://here');
  const [, , , kpi = '', what] = url.pathname.split('/');
  expect(what).toBe('rows');
  const told = await rows(planted.dataSource, kpi, { ...Object.fromEntries(url.searchParams), limit: '1000' }, { now: at('sun 12:00') });
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body.rows;
};

it('a ratio is explained by its counts, each exclusion by words, and both by the rows that they are', async () => {
  const { title, setting, groups } = await explained('answered-in-target', { window: 'today' });
  expect([title, setting.window, setting.policies.map(({ answer_s }) => answer_s)]).toEqual(['Answered in target', 'today', [300]]);
  const [whole] = groups;
  expect(whole).toMatchObject({
    filled: '2 / (2 + 4) = 0.333333',
    excluded: [
      { reason: 'closed_before_deadline', words: 'closed before its deadline, without an answer', n: 1 },
      { reason: 'pending', n: 1 },
    ],
  });
  expect(await rowsAt(whole?.rows ?? null)).toHaveLength(8);
  expect((await rowsAt(whole?.excluded[0]?.rows ?? null)).map(({ subject: name }) => name)).toEqual(['eve']);
});

it('a slice leads to its own rows', async () => {
  const { groups } = await explained('lead-response-time', { by: 'rep' });
  expect(groups.map(({ group, filled }) => [group.key['rep'], filled])).toEqual([
    ['ana', 'the median of 3 = 180'],
    ['luis', 'the median of 0 = –'],
    [null, 'the median of 0 = –'],
  ]);
  expect((await rowsAt(groups[0]?.rows ?? null)).map(({ subject: name }) => name)).toEqual(['ada', 'bob', 'cy']);
  expect((await rowsAt(groups[2]?.excluded[0]?.rows ?? null)).map(({ subject: name }) => name)).toEqual(['eve', 'fay', 'gus', 'hal']);
});

it('what a sum itself leaves out leads to its rows', async () => {
  const [euro, dollar] = (await explained('won-revenue')).groups;
  expect([euro?.filled, dollar?.filled]).toEqual(['the sum of 1 = 50', 'the sum of 1 = 100']);
  expect(euro?.excluded).toMatchObject([{ reason: 'no_rate', words: 'no exchange rate of the week before', n: 1 }]);
  expect(await rowsAt(euro?.excluded[0]?.rows ?? null)).toMatchObject([{ currency: 'USD', value: 100, excluded: 'no_rate' }]);
});

it('speaks the languages of the product, and no other', async () => {
  const { title, groups } = await explained('lead-response-time', { lang: 'ru' });
  expect([title, groups[0]?.filled, groups[0]?.excluded[0]?.words]).toEqual([
    'Время ответа',
    'медиана, значений: 3 = 180',
    'нет ответа к этому моменту',
  ]);
  expect(await explain(planted.dataSource, 'lead-response-time', { lang: 'xx' }, here)).toMatchObject({ ok: false, parameter: 'lang' });
  expect(await explain(planted.dataSource, 'lead-response-time', { by: 'colour' }, here)).toMatchObject({ ok: false, parameter: 'by' });
});

it.each(kpis.map((kpi) => [kpi.name, kpi] as const))(
  '%s is explained by the groups of its answer and as many rows as are listed',
  async (name, kpi) => {
    const [dimension] = kpi.dimensions;
    for (const params of [{}, { window: '24h', ...(dimension === undefined || kpi.series.includes(dimension) ? {} : { by: dimension }) }]) {
      const told = await explained(name, params);
      const answered = await answer(planted.dataSource, name, params, here);
      if (!answered.ok) throw new Error(answered.problem);
      expect(told.groups.map(({ group }) => group)).toEqual(answered.body.groups);
      expect(await rowsAt(told.rows)).toHaveLength(told.row_count);
      expect(told.parts.length > 0).toBe(isFormula(kpi));
      for (const part of told.parts) expect(await rowsAt(part.rows)).toHaveLength(part.row_count);
      for (const { excluded } of told.groups)
        for (const { reason, rows: address, n } of excluded) {
          const left = await rowsAt(address);
          // a formula need not count what each of its parts leaves out
          if (!isFormula(kpi) && address?.includes('excluded=')) expect([reason, left.length]).toEqual([reason, n]);
        }
    }
  },
);
