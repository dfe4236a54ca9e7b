import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, subject } from '@leadclock/domain/testing/story.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

let planted: Planted;
let live: LiveApp;
const web = mkdtempSync(path.join(tmpdir(), 'leadclock-web-'));

beforeAll(async () => {
  mkdirSync(path.join(web, 'assets'));
  writeFileSync(path.join(web, 'wall.html'), '<!doctype html><title>wall</title>');
  writeFileSync(path.join(web, 'assets', 'wall-1.js'), '/* a script */');
  planted = await Planted.open();
  await planted.plant(
    subject('ana').tell('rep.set', '08:00', { name: 'Ana', team: 'north', active: true }),
    lead('ada').arrived('09:00', { owner: 'ana', origin: 'web' }),
    lead('bob').arrived('09:04').paused('09:05'),
    lead('cy')
      .arrived('09:01')
      .touched('09:02', { rep: 'ana', outcome: 'connected' })
      .touched('09:03', { touchpoint: 'auto', channel: 'email', actor: 'automated' }),
    lead('dee').arrived('08:00', { owner: 'ana' }).disqualified('08:30', 'spam'),
    lead('eve').arrived('09:02').assigned('09:03', 'ana', 'south'),
  );
  await planted.dataSource.query(
    `insert into contact (lead, name, email, time, source, id) values ('ada', 'Ada Lovelace', 'ada@example.com', now(), '/s', '1')`,
  );
  live = await startLiveApp(planted.dataSource, new StoryClock(at('09:07')), web);
});
afterAll(async () => {
  await live.close();
  await planted.close();
  rmSync(web, { recursive: true, force: true });
});

const get = (where: string, headers: Record<string, string> = {}) => fetch(`${live.url}${where}`, { headers, redirect: 'manual' });
/** What a browser says of a page that was served from here. */
const ownPage = () => ({ origin: live.url, 'sec-fetch-site': 'same-origin' });
const json = async (where: string) => (await get(where)).json();

describe('KPIs over HTTP', () => {
  it('are listed with all that can be asked', async () => {
    const { kpis } = await json('/v1/kpis');
    expect(kpis.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['lead-response-time', 'waiting-now', 'funnel-volume']),
    );
    expect(kpis.find(({ name }: { name: string }) => name === 'lead-response-time')).toEqual({
      name: 'lead-response-time',
      section: 'response',
      version: 1,
      unit: 's',
      better: 'less',
      shape: 'flow',
      title: 'Response time',
      formula: expect.any(String),
      example: expect.any(String),
      reads: ['response', 'arrival'],
      parameters: { clock: { values: expect.arrayContaining(['working', 'wall']), default: 'working' } },
      dimensions: ['rep', 'team', 'origin', 'campaign', 'channel', 'segment', 'product'],
      max_by: 2,
      milestones: false,
    });
  });

  it('are listed in the language asked for, one that there is', async () => {
    const { kpis } = await json('/v1/kpis?lang=ru');
    expect(kpis[0]).toMatchObject({ name: 'lead-response-time', title: 'Время ответа' });
    const refused = await get('/v1/kpis?lang=xx');
    expect([refused.status, await refused.json()]).toMatchObject([400, { parameter: 'lang', allowed: ['en', 'es', 'ru'] }]);
  });

  it('are answered as of the present instant, and kept by nobody on the way', async () => {
    const response = await get('/v1/kpis/late-now');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ kpi: 'late-now', as_of: '2026-11-02T09:07:00.000Z', groups: [{ key: {}, value: 2 }] });
  });

  it.each([
    ['/v1/kpis/no-such', 'kpi'],
    ['/v1/kpis/late-now?by=colour', 'by'],
    ['/v1/kpis/late-now/rows?limit=x', 'limit'],
    ['/v1/kpis?lang=xx', 'lang'],
    ['/v1/kpis?lang=en&lang=es', 'lang'],
    ['/v1/kpis?language=es', 'language'],
    ['/v1/rates/missing?currency=CHF', 'currency'],
    ['/v1/kpis/headlines', 'kpi'],
    ['/v1/kpis/headlines?kpi=late-now,nonsense', 'kpi'],
    [`/v1/kpis/headlines?kpi=${Array(25).fill('late-now').join(',')}`, 'kpi'],
    ['/v1/kpis/headlines?kpi=late-now&window=noon', 'window'],
    ['/v1/kpis/headlines?kpi=late-now&by=rep', 'by'],
    ['/v1/kpis/late-now/trend', 'bucket'],
    ['/v1/kpis/late-now/trend?bucket=minute', 'bucket'],
    ['/v1/kpis/no-such/compare', 'kpi'],
    ['/v1/kpis/leads-created/revisions?from=2026-11-02&to=2027-01-01', 'to'],
    ['/v1/kpis/leads-created/revisions?window=today&known_at=2026-11-02', 'known_at'],
    ['/v1/kpis/leads-created/compare?window=7d&from=2026-11-01', 'window'],
    ['/v1/kpis/leads-created/compare?from=2026-11-02&to=2026-11-01', 'from'],
    ['/v1/leads?state=sleepy', 'state'],
    ['/v1/leads?colour=red', 'colour'],
    ['/v1/leads?cursor=x', 'cursor'],
  ])('%s is a 400 that names the parameter and what is allowed', async (where, parameter) => {
    const response = await get(where);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      parameter,
      problem: expect.any(String),
      allowed: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('are answered several at once as they are one by one', async () => {
    const both = await json('/v1/kpis/headlines?kpi=lead-response-time,waiting-now&window=today');
    const [response, waiting] = [await json('/v1/kpis/lead-response-time?window=today'), await json('/v1/kpis/waiting-now?window=today')];
    expect(both).toEqual({ as_of: response.as_of, answers: [response, waiting] });
    expect(response.groups[0].n).toBe(1);
  });

  it('give their rows as CSV on request', async () => {
    const response = await get('/v1/kpis/lead-response-time/rows', { accept: 'text/csv' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n')[0]).toMatch(/^of,subject,kind,/);
    const refused = await get('/v1/kpis/lead-response-time/rows?by=colour', { accept: 'text/csv' });
    expect([refused.status, (await refused.json()).parameter]).toEqual([400, 'by']);
  });
});

describe('leads over HTTP', () => {
  it.each([
    ['waiting', 'waiting-now', ['ada', 'eve', 'bob']],
    ['late', 'late-now', ['ada', 'eve']],
    ['unassigned', 'unassigned-now', ['bob']],
    ['paused', null, ['bob']],
    ['answered', null, ['cy']],
    ['closed', null, ['dee']],
  ])('in the state %s are those that the number %s counts, the longest wait first', async (state, kpi, leads) => {
    const page = await json(`/v1/leads?state=${state}`);
    expect(page.leads.map(({ lead: id }: { lead: string }) => id)).toEqual(leads);
    if (kpi !== null) expect((await json(`/v1/kpis/${kpi}`)).groups[0].value).toBe(leads.length);
  });

  it('are chosen by what they are, no value too', async () => {
    const found = async (query: string) => (await json(`/v1/leads?${query}`)).leads.map(({ lead: id }: { lead: string }) => id).toSorted();
    expect(await found('owner=ana')).toEqual(['ada', 'dee', 'eve']);
    expect(await found('owner=ana&team=south')).toEqual(['eve']);
    expect(await found('origin=null')).toEqual(['bob', 'cy', 'dee', 'eve']);
    expect(await found('origin=web,null&owner=null')).toEqual(['bob', 'cy']);
    expect(await found('lead=cy&lead=ada&lead=no-such')).toEqual(['ada', 'cy']);
    expect(await found('lead=cy,ada')).toEqual([]);
    expect(await found('lead=cy&lead=ada&state=late')).toEqual(['ada']);
  });

  it('come in pages', async () => {
    const first = await json('/v1/leads?state=waiting&limit=2');
    const second = await json(`/v1/leads?state=waiting&limit=2&cursor=${first.next}`);
    expect([...first.leads, ...second.leads].map(({ lead: id }: { lead: string }) => id)).toEqual(['ada', 'eve', 'bob']);
    expect(second.next).toBeNull();
  });

  it('show first name and initial, and nothing else of the person', async () => {
    for (const where of ['/v1/leads', '/v1/leads/ada', '/v1/leads/ada/timeline']) {
      const text = await (await get(where)).text();
      expect(text).not.toMatch(/Lovelace|example\.com/);
      if (!where.endsWith('timeline')) expect(text).toContain('"Ada L."');
    }
  });

  it('tell their state, clocks and policy', async () => {
    expect(await json('/v1/leads/ada')).toMatchObject({
      lead: 'ada',
      as_of: '2026-11-02T09:07:00.000Z',
      incomplete: null,
      state: { status: 'waiting', owner: 'ana', arrived_at: '2026-11-02T09:00:00.000Z', due_at: '2026-11-02T09:05:00.000Z' },
      clocks: { working_s: 420, wall_s: 420, paused_s: 0, paused: false, verdict: 'breached' },
      policy: { id: null, answer_seconds: 300 },
      why: [{ id: 'e1', code: 'arrival' }],
    });
  });

  it('tell of every event why it counted or not', async () => {
    const { events } = await json('/v1/leads/cy/timeline');
    expect(events.map(({ id, counts, code }: { id: string; counts: boolean; code: string }) => [id, counts, code])).toEqual([
      ['e1', true, 'arrival'],
      ['e2', true, 'first_answer'],
      ['e3', false, 'actor_does_not_count'],
    ]);
    expect(events[1]).toMatchObject({
      time: '2026-11-02T09:02:00.000Z',
      data: { touchpoint: 'call' },
      reason: expect.stringContaining('first answer'),
    });
  });

  it('that are not there are a 404', async () => {
    for (const where of ['/v1/leads/nobody', '/v1/leads/nobody/timeline', '/v1/leads/no%00body', '/v1/leads/no%00body/timeline']) {
      const response = await get(where);
      expect([response.status, (await response.json()).parameter]).toEqual([404, 'lead']);
    }
    expect((await get('/v1/leads/no%00body/contact', ownPage())).status).toBe(404);
    for (const where of ['/v1/boards/none', '/v1/boards/no%00ne', '/v1/boards/no%00ne/answers'])
      expect((await get(where)).status).toBe(404);
  });
});

describe('the screens', () => {
  it('are served by name, under a policy that lets them load from here alone', async () => {
    const response = await get('/wall');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(response.headers.get('content-security-policy')).toContain("font-src 'self'");
    expect(await response.text()).toContain('<title>wall</title>');
  });

  it('are where the front door leads', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/wall']);
  });

  it('keep their named files for ever', async () => {
    expect((await get('/assets/wall-1.js')).headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/nope', '/assets/nope.js', '/v1/nope'])('are no answer to what is not there: %s', async (where) => {
    const response = await get(where);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/json')]);
  });
});
