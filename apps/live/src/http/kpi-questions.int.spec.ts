import { answerKpi } from '@leadclock/domain/kpi/answer.js';
import { parseAsking } from '@leadclock/domain/kpi/asking.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import { ratesAt } from '@leadclock/domain/money/rates.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const now = at('09:07');
let planted: Planted;
let live: LiveApp;

beforeAll(async () => {
  planted = await Planted.open();
  await planted.plant(
    subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }),
    lead('ada').arrived('09:00', { owner: 'ana', origin: 'web' }),
    lead('bob').arrived('09:04').paused('09:05'),
    lead('cy').arrived('09:01').touched('09:02', { rep: 'ana', outcome: 'connected' }),
    lead('dee').arrived('08:00', { owner: 'ana' }).disqualified('08:30', 'spam'),
    lead('eve')
      .arrived('08:02')
      .opened('08:03')
      .won('08:04', { amount: { amount: 250, currency: 'EUR' } }),
  );
  live = await startLiveApp(planted.dataSource, new StoryClock(now));
});
afterAll(async () => {
  await live.close();
  await planted.close();
});

const get = (where: string, accept = 'application/json') => fetch(`${live.url}${where}`, { headers: { accept } });
const json = async (where: string) => (await get(where)).json();

describe('every KPI over HTTP', () => {
  it.each(kpis.map((kpi) => [kpi.name, kpi] as const))('%s is what a single pass over all facts says', async (name, kpi) => {
    const { configuration, facts } = planted;
    const slices = kpi.dimensions.filter((dimension) => !kpi.series.includes(dimension));
    const queries = ['', 'window=today', ...slices.slice(0, 2).map((by) => `by=${by}&as_of=2026-11-02T09:03:00Z`)];
    for (const query of queries) {
      const parsed = parseAsking(kpi, Object.fromEntries(new URLSearchParams(query)), { configuration, now });
      if (!parsed.ok) throw new Error(parsed.problem);
      const context = { configuration, rates: ratesAt(facts, parsed.asking.asOf) };
      const answered = answerKpi(kpi, parsed.asking, facts, context);
      expect(await json(`/v1/kpis/${name}?${query}`)).toEqual(JSON.parse(JSON.stringify(answered)));
    }
  });
});

describe('what stands behind a number', () => {
  it('is what it was before', async () => {
    expect(await json('/v1/kpis/leads-created/compare?window=today')).toMatchObject({
      groups: [{ value: 5 }],
      before: { as_of: '2026-11-01T09:07:00.000Z', changes: [{ now: 5, then: 0, difference: 5, relative: null }] },
    });
  });

  it('is what was said of it', async () => {
    expect(await json('/v1/kpis/leads-created/revisions?as_of=2026-11-02T09:03:00Z')).toMatchObject({
      ended: '2026-11-02T09:03:00.000Z',
      changed: { subjects: 0 },
    });
  });

  it('is its formula with its numbers, and its rows at the address that it gives', async () => {
    const { groups, rows: address } = await json('/v1/kpis/lead-response-time/explain');
    expect(groups).toMatchObject([{ filled: 'the median of 1 = 60', excluded: [{ reason: 'unanswered', n: 4 }] }]);
    expect((await json(address)).rows).toHaveLength(5);
  });

  it('is its rows, as JSON line by line on request', async () => {
    const response = await get('/v1/kpis/lead-response-time/rows?excluded=null', 'application/x-ndjson');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).split('\n');
    expect([JSON.parse(lines[0] ?? '').subject, lines.slice(1)]).toEqual(['cy', ['']]);
  });
});

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');

describe('asked wrongly', () => {
  it.each([
    ['no-such', 'kpi'],
    ['no-such/explain', 'kpi'],
    ['no-such/revisions', 'kpi'],
    ['leads-created?from=2026-11-02&to=2026-11-01', 'from'],
    ['leads-created?to=2026-11-01', 'from'],
    ['leads-created?window=7d&from=2026-11-01', 'window'],
    ['leads-created?window=7d&window=28d', 'window'],
    ['leads-created?window=fortnight', 'window'],
    ['leads-created?as_of=noon', 'as_of'],
    ['leads-created?as_of=2026-11-02T09:00:00', 'as_of'],
    ['leads-created?known_at=2026-13-01', 'known_at'],
    // in an address + is a space
    ['leads-created?from=2026-11-01T00:00:00+01:00', 'from'],
    ['leads-created?bucket=day', 'bucket'],
    ['leads-created?zone=Mars/Olympus', 'zone'],
    ['leads-created?by=colour', 'by'],
    ['leads-created?rep=', 'rep'],
    ['late-now?clock=sundial', 'clock'],
    ['late-now/trend?bucket=minute', 'bucket'],
    ['late-now/trend?bucket=day&bucket=week', 'bucket'],
    ['late-now/rows?of=leads', 'of'],
    ['late-now/rows?excluded=', 'excluded'],
    ['late-now/rows?excluded=unansered', 'excluded'],
    [`late-now/rows?cursor=${cursor({ asOf: Number.MAX_SAFE_INTEGER, part: 0, subject: 'a', kind: 'wait', n: 0 })}`, 'cursor'],
    [`late-now/revisions?cursor=${cursor({ now: Number.MAX_SAFE_INTEGER, subject: 'a' })}`, 'cursor'],
    ['late-now/explain?lang=xx', 'lang'],
    ['late-now/explain?lang=en&lang=es', 'lang'],
    ['late-now/compare?by=rep,rep', 'by'],
    ['leads-created/revisions?window=today', 'window'],
    ['win-ratio/milestones?window=month', 'kpi'],
    ['won-revenue/milestones', 'window'],
  ])('%s is a 400 that names the parameter, the problem, and what is allowed', async (where, parameter) => {
    const response = await get(`/v1/kpis/${where}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      parameter,
      problem: expect.stringMatching(/\S/),
      allowed: expect.arrayContaining([expect.any(String)]),
    });
  });

  it.each(['text/csv', 'application/x-ndjson'])('rows as %s are refused before their first line', async (accept) => {
    const response = await get('/v1/kpis/leads-created/rows?by=colour', accept);
    expect([response.status, (await response.json()).parameter]).toEqual([400, 'by']);
  });
});

it('the questions stand in the OpenAPI document with what they take', () => {
  const { paths } = SwaggerModule.createDocument(live.app, new DocumentBuilder().build());
  const asked = Object.entries(paths).filter(([path]) => path.startsWith('/v1/kpis/{kpi}'));
  const whats = ['', '/compare', '/explain', '/milestones', '/revisions', '/rows', '/trend'];
  expect(asked.map(([path]) => path).toSorted()).toEqual(whats.map((what) => `/v1/kpis/{kpi}${what}`));
  for (const [path, { get: call }] of asked) {
    const names = (call?.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : ''));
    expect([path, names]).toEqual([path, expect.arrayContaining(['kpi', 'window', 'from', 'to', 'as_of', 'known_at', 'by'])]);
    expect(Object.keys(call?.responses ?? {})).toEqual(expect.arrayContaining(['200', '400']));
  }
});
