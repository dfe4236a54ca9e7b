import { answerKpi } from '@leadclock/domain/kpi/answer.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { trendOf } from '@leadclock/domain/kpi/trend.js';
import { noRates } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { factsOfStories } from '@leadclock/domain/testing/given.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { Planted } from '../testing/planted.js';
import { answer } from './answer.js';
import type { Params } from './answered.js';
import { csvRows, exportRows, jsonRows, type RowFormat } from './exported-rows.js';
import { rows } from './rows.js';
import { trend } from './trend.js';

const ana = { name: 'Ana', team: 'north', active: true };
const stories: readonly Story[] = [
  subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
  subject('ana').tell('rep.set', 'mon 00:00', ana),
  lead('ada').arrived('09:00', { origin: 'web', owner: 'ana' }).called('09:02', 'ana', 'connected'),
  lead('bob')
    .arrived('09:10', { origin: 'web' })
    .called('09:20', 'luis', 'connected')
    .opened('10:00')
    .won('11:00', { amount: { amount: 250, currency: 'EUR' } }),
  lead('cy').arrived('tue 08:00', { origin: 'event', owner: 'ana' }),
  lead('dee')
    .arrived('tue 09:00')
    .touched('tue 09:01', { channel: 'email', rep: 'ana', outcome: 'sent' })
    .disqualified('tue 10:00', 'spam'),
  lead('eve').touched('tue 11:00', { channel: 'call', rep: 'luis' }),
];
const here = { now: at('tue 12:00') };
let planted: Planted;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(...stories);
});
afterAll(() => planted.close());

const ask = async (kpi: string, params: Params = {}) => {
  const told = await answer(planted.dataSource, kpi, params, here);
  if (!told.ok) throw new Error(`${told.parameter}: ${told.problem}`);
  return told.body;
};

describe('an answer from the read model', () => {
  it.each(kpis.map(({ name }) => name))('%s says what a single pass over all facts says, at every instant and slice', async (name) => {
    const kpi = kpis.find((known) => known.name === name);
    if (kpi === undefined) throw new Error(name);
    const facts = factsOfStories(stories);
    const [dimension] = kpi.dimensions;
    const two = kpi.dimensions.filter((each) => !kpi.series.includes(each)).slice(0, Math.min(2, kpi.maxBy));
    const askings: Params[] = [
      {},
      { window: 'today' },
      { window: '24h', as_of: '2026-11-02T10:00:00Z' },
      { from: '2026-11-02', to: '2026-11-03' },
      ...(dimension === undefined
        ? []
        : [
            { by: two },
            { by: two.toReversed(), known_at: '2026-11-03T11:30:00Z' },
            { by: dimension },
            { by: dimension, window: 'week' },
            { [dimension]: 'ana,null' },
            { [dimension]: "no'body" },
          ]),
    ];
    for (const params of askings) {
      const { configuration } = planted;
      const parsed = parseAsking(kpi, params, { configuration, now: here.now });
      if (!parsed.ok) throw new Error(parsed.problem);
      expect(await ask(name, params)).toEqual(answerKpi(kpi, parsed.asking, facts, { configuration, rates: noRates }));
    }
  });

  it('is of the shape that other programs rely on', async () => {
    expect(await ask('lead-response-time', { from: '2026-11-02', to: '2026-11-03T00:00:00+01:00' })).toEqual({
      kpi: 'lead-response-time',
      version: 1,
      unit: 's',
      as_of: '2026-11-03T12:00:00.000Z',
      from: '2026-11-01T23:00:00.000Z',
      to: '2026-11-02T23:00:00.000Z',
      groups: [{ key: {}, value: 360, n: 2, excluded: {}, mean: 360, median: 360, p90: 552, p95: 576, low: null, high: null, small: true }],
    });
  });

  it.each<[string, Params, string]>([
    ['no-such-kpi', {}, 'kpi'],
    ['lead-response-time', { by: 'colour' }, 'by'],
    ['lead-response-time', { by: 'rep,team,origin' }, 'by'],
    ['lead-response-time', { window: '3d' }, 'window'],
    ['lead-response-time', { window: '7d', from: '2026-11-02' }, 'window'],
    ['lead-response-time', { from: 'yesterday' }, 'from'],
    ['lead-response-time', { from: '2026-11-02T09:00:00' }, 'from'],
    ['lead-response-time', { to: '2026-11-02' }, 'from'],
    ['lead-response-time', { as_of: '2026-02-30' }, 'as_of'],
    ['lead-response-time', { known_at: 'then' }, 'known_at'],
    ['lead-response-time', { clock: 'atomic' }, 'clock'],
    ['lead-response-time', { colour: 'red' }, 'colour'],
    ['lead-response-time', { as_of: ['2026-11-02', '2026-11-03'] }, 'as_of'],
  ])('refuses %s %j and names the parameter with what is allowed', async (kpi, params, parameter) => {
    const told = await answer(planted.dataSource, kpi, params, here);
    expect(told).toMatchObject({
      ok: false,
      parameter,
      problem: expect.stringMatching(/\S/),
      allowed: expect.arrayContaining([expect.any(String)]),
    });
  });
});

describe('the rows behind a number', () => {
  it('come in pages that together are all of them, once, in one order', async () => {
    const read = async (limit: string) => {
      const all: unknown[] = [];
      let cursor: string | null = '';
      for (let page = 0; cursor !== null && page < 50; page++) {
        const told = await rows(
          planted.dataSource,
          'response-bands',
          { limit, ...(cursor === '' ? {} : { cursor }) },
          { now: here.now + page },
        );
        if (!told.ok) throw new Error(told.problem);
        expect(told.body.as_of).toBe('2026-11-03T12:00:00.000Z');
        all.push(...told.body.rows);
        cursor = told.body.next;
      }
      return all;
    };
    const all = await read('1000');
    expect(all.length).toBeGreaterThan(3);
    expect(await read('1')).toEqual(all);
    expect(await read('3')).toEqual(all);
  });

  it('are times in RFC 3339 and values in seconds, the excluded ones too', async () => {
    const told = await rows(planted.dataSource, 'lead-response-time', { rep: 'ana' }, here);
    expect(told).toMatchObject({
      ok: true,
      body: {
        rows: [
          { subject: 'ada', at: '2026-11-02T09:00:00.000Z', from: '2026-11-02T09:02:00.000Z', value: 120, rep: 'ana', team: 'north' },
          { subject: 'cy', excluded: 'unanswered', value: null },
          { subject: 'dee', value: 60 },
        ],
        next: null,
      },
    });
  });

  const exported = async (format: RowFormat, params: Params) => {
    let text = '';
    const write = async (piece: string) => void (text += piece);
    expect(await exportRows(planted.dataSource, 'lead-response-time', params, here, format, write)).toEqual({ ok: true, body: null });
    return text;
  };

  it('come as CSV, all of them', async () => {
    const lines = (await exported(csvRows, { rep: 'ana' })).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^of,subject,kind,n,part,item,at,from,/);
    expect(lines[1]).toContain('ada,response,');
  });

  it('say how a dispute about their lead stands', async () => {
    await planted.plant(
      lead('ada').tell('lead.disputed', 'tue 11:30', { rep: 'luis', about: 'answer', reason: 'mine' }, { id: 'dispute' }),
    );
    const page = await rows(planted.dataSource, 'lead-response-time', { rep: 'ana' }, here);
    expect(page).toMatchObject({ body: { rows: expect.arrayContaining([expect.objectContaining({ subject: 'ada', dispute: 'open' })]) } });
    expect(page).toMatchObject({ body: { rows: expect.arrayContaining([expect.objectContaining({ subject: 'dee', dispute: null })]) } });
    expect((await exported(csvRows, { rep: 'ana' })).split('\r\n')[1]).toMatch(/,open$/);
  });

  it('come as JSON line by line, each as a page has it', async () => {
    const lines = (await exported(jsonRows, { rep: 'ana' })).trimEnd().split('\n');
    expect(await rows(planted.dataSource, 'lead-response-time', { rep: 'ana' }, here)).toMatchObject({
      body: { rows: lines.map((line) => JSON.parse(line)) },
    });
  });

  it('are those left out for a reason, or those that count, when only these are wanted', async () => {
    const subjects = async (excluded: string) => {
      const told = await rows(planted.dataSource, 'lead-response-time', { excluded, limit: '1000' }, here);
      if (!told.ok) throw new Error(told.problem);
      return told.body.rows.map(({ subject: name }) => name);
    };
    expect(await subjects('unanswered')).toEqual(['cy']);
    expect(await subjects('null')).toEqual(['ada', 'bob', 'dee']);
    expect(await subjects('null,unanswered')).toEqual(['ada', 'bob', 'cy', 'dee']);
    expect((await exported(csvRows, { excluded: 'unanswered' })).trimEnd().split('\r\n')).toHaveLength(2);
  });

  it.each<[Params, string]>([
    [{ limit: '0' }, 'limit'],
    [{ limit: '1001' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ cursor: 'x' }, 'cursor'],
    [{ of: 'won-revenue' }, 'of'],
    [{ excluded: '' }, 'excluded'],
    [{ cursor: Buffer.from('{"lead":1}').toString('base64url') }, 'cursor'],
  ])('refuse %j', async (params, parameter) => {
    expect(await rows(planted.dataSource, 'lead-response-time', params, here)).toMatchObject({ ok: false, parameter });
  });
});

describe('a trend', () => {
  const buckets = async (kpi: string, params: Params) => {
    const told = await trend(planted.dataSource, kpi, params, here);
    if (!told.ok) throw new Error(told.problem);
    return told.body.buckets.map(({ from, groups: [group] }) => [from, group?.value]);
  };

  it.each(kpis)('of $name says what a pass over all facts says, bucket by bucket', async (kpi) => {
    const { configuration } = planted;
    const params = { from: '2026-11-01', to: '2026-11-04', by: kpi.dimensions.filter((each) => !kpi.series.includes(each)).slice(0, 1) };
    const told = await trend(planted.dataSource, kpi.name, { ...params, bucket: 'day' }, here);
    const parsed = parseAsking(kpi, params, { configuration, now: here.now });
    if (!told.ok || !parsed.ok) throw new Error(kpi.name);
    const spans = told.body.buckets.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to), end: Date.parse(to) }));
    expect(spans).toHaveLength(3);
    expect(told.body.buckets).toEqual(trendOf(kpi, parsed.asking, spans, factsOfStories(stories), { configuration, rates: noRates }));
  });

  it("counts a flow in days of the site's zone", async () => {
    expect(await buckets('leads-created', { bucket: 'day', from: '2026-11-01', to: '2026-11-04' })).toEqual([
      ['2026-10-31T23:00:00.000Z', 0],
      ['2026-11-01T23:00:00.000Z', 2],
      ['2026-11-02T23:00:00.000Z', 2],
    ]);
  });

  it("takes a stock at each bucket's end", async () => {
    expect(await buckets('waiting-now', { bucket: 'hour', from: '2026-11-02T08:00:00Z', to: '2026-11-02T09:15:00Z' })).toEqual([
      ['2026-11-02T08:00:00.000Z', 1],
      ['2026-11-02T09:00:00.000Z', 1],
    ]);
  });

  it('begins with the first fact when no window is asked', async () => {
    const [first] = await buckets('leads-created', { bucket: 'week' });
    expect(first).toEqual(['2026-11-02T09:00:00.000Z', 4]);
  });

  it.each<[Params, string]>([
    [{}, 'bucket'],
    [{ bucket: 'minute' }, 'bucket'],
    [{ bucket: 'hour', from: '2020-01-01' }, 'bucket'],
    [{ bucket: 'day', window: '3d' }, 'window'],
  ])('refuses %j', async (params, parameter) => {
    expect(await trend(planted.dataSource, 'leads-created', params, here)).toMatchObject({ ok: false, parameter });
  });
});
