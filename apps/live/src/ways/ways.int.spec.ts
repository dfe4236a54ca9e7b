import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { deliveredBy, failDelivery, putDeliveries, takeDeliveries } from '@leadclock/read-model/outside/delivery.table.js';
import { addWay, changeWay, restEndpoint } from '@leadclock/read-model/outside/way.table.js';
import { plantAlerts } from '@leadclock/read-model/testing/plant-alerts.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';

const NOW = Date.UTC(2026, 10, 24, 10);
const instant = (at: number): string => new Date(at).toISOString();
const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-ways-'));
let dataSource: DataSource;
let live: LiveApp;
let key: string;

beforeAll(async () => {
  dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  await openInstallation(dataSource, { partitions: 4 });
  await ensureApiKey(folder, dataSource);
  key = readApiKey(folder) ?? '';
  live = await startLiveApp(dataSource, new StoryClock(NOW));
});
afterAll(async () => {
  await live.close();
  await dataSource.destroy();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => dataSource.query('delete from way'));

const get = async (where: string, headers: Record<string, string> = { authorization: `Bearer ${key}` }) => {
  const response = await fetch(`${live.url}/v1/ways${where}`, { headers });
  const text = await response.text();
  return { status: response.status, text, body: Object(JSON.parse(text)) };
};
const add = (id: string, listener: string, more: object = {}) =>
  addWay(dataSource, {
    id,
    kind: 'webhook',
    listener,
    address: `https://x.example/${id}/s3cret`,
    language: 'en',
    secret: 'whsec_x',
    ...more,
  });
const put = (way: string, ...alerts: readonly string[]) =>
  putDeliveries(
    dataSource.manager,
    alerts.map((alert) => ({ way, alert, what: 'raised' })),
    NOW,
  );
const take = async (way: string) => {
  const asked = { endpoint: `https://x.example/${way}/s3cret`, limit: 1, testsOnly: false, now: NOW, until: NOW + 20_000 };
  return (await takeDeliveries(dataSource, asked))[0]?.id ?? 0;
};
const tried = { beganAt: NOW, tookMs: 7 };
const fail = async (way: string, nextAt: number | null) =>
  failDelivery(dataSource, await take(way), { ...tried, failure: 'answered 500' }, nextAt, NOW);
const deliver = async (way: string) => deliveredBy(dataSource, await take(way), tried, NOW);

describe('the ways that there are', () => {
  it('are told with how they do, and never their secret nor their address in full', async () => {
    await Promise.all([add('works', '*'), add('fails', 'ana'), add('new', 'team:north'), add('off', 'channel:x')]);
    await add('mail', 'ana', { kind: 'email', address: 'ana@example.com', secret: null });
    await Promise.all([put('works', 'a1'), put('fails', 'a1', 'a2', 'a3')]);
    await deliver('works');
    await fail('fails', NOW + 5_000);
    await fail('fails', null);
    await restEndpoint(dataSource, 'https://x.example/fails/s3cret', NOW + 30_000);
    await changeWay(dataSource, 'off', { paused: true }, NOW);
    const { body, text } = await get('');
    expect(body).toMatchObject({ as_of: instant(NOW), mail: false });
    const state = Object.fromEntries(body.ways.map((way: Record<string, unknown>) => [way['way'], way]));
    expect(state).toMatchObject({
      works: { state: 'works', for: 'everybody', to: 'https://x.example/…', succeeded_at: instant(NOW), waiting: 0, next_at: null },
      fails: {
        state: 'failing',
        for: 'rep:ana',
        failing_since: instant(NOW),
        failure: 'answered 500',
        waiting: 2,
        given_up: 1,
        next_at: instant(NOW + 30_000),
        rests_until: instant(NOW + 30_000),
      },
      new: { state: 'untried', succeeded_at: null, failed_at: null, is_told: true },
      off: { state: 'paused', paused_at: instant(NOW), is_told: false },
      mail: { to: 'a…@example.com' },
    });
    expect(text).not.toMatch(/s3cret|whsec_|ana@/);
  });

  it('are told beside whom policies tell that none of them reaches', async () => {
    expect((await get('')).body.unheard).toEqual([{ for: 'owner', policies: [null], reached_by: 'pages' }]);
    await add('ana', 'ana');
    expect((await get('')).body).toMatchObject({ unheard: [], heard: [{ for: 'owner', policies: [null], ways: ['ana'] }] });
    await changeWay(dataSource, 'ana', { paused: true }, NOW);
    expect((await get('')).body).toMatchObject({ unheard: [{ for: 'owner' }], heard: [] });
  });
});

describe('the log of a way', () => {
  it('is told page by page, the last first, with each try', async () => {
    await add('crm', '*');
    await put('crm', 'a1', 'a2', 'a3');
    await fail('crm', NOW + 5_000);
    await deliver('crm');
    await take('crm');
    const first = (await get('/crm/log?limit=2')).body;
    expect(first.deliveries.map(({ alert }: Record<string, string>) => alert)).toEqual(['a3', 'a2']);
    const second = (await get(`/crm/log?limit=2&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ next: null, deliveries: [{ alert: 'a1' }] });
    const all = [...first.deliveries, ...second.deliveries];
    expect(all.find(({ alert }) => alert === 'a2')).toMatchObject({
      ended: 'delivered',
      tries: [{ at: instant(NOW), took_ms: 7, failure: null }],
    });
    expect(all.find(({ alert }) => alert === 'a1')).toMatchObject({
      ended: null,
      next_at: instant(NOW + 5_000),
      tries: [{ failure: 'answered 500' }],
    });
    expect(all.find(({ alert }) => alert === 'a3')).toMatchObject({ ended: null, tries: [], cut_off: 0 });
  });

  it('says how often a program died in the middle of a try', async () => {
    await add('crm', '*');
    await put('crm', 'a1');
    await take('crm');
    await dataSource.query(`update delivery set next_at = to_timestamp($1 / 1000.0)`, [NOW]);
    await deliver('crm');
    expect((await get('/crm/log')).body.deliveries).toMatchObject([{ cut_off: 1, tries: [{ failure: null }] }]);
  });

  it('is told of failures alone: of what was given up, and of what has failed and is still on its way', async () => {
    await add('crm', '*');
    await put('crm', 'a1', 'a2', 'a3', 'a4');
    await fail('crm', NOW + 5_000);
    await fail('crm', null);
    await deliver('crm');
    const failed = (await get('/crm/log?only=failed')).body;
    expect(failed.deliveries.map(({ ended, failure }: Record<string, string>) => [ended, failure])).toEqual(
      expect.arrayContaining([
        ['given up', 'answered 500'],
        [null, 'answered 500'],
      ]),
    );
    expect(failed.deliveries).toHaveLength(2);
    const paged = (await get('/crm/log?only=failed&limit=1')).body;
    expect((await get(`/crm/log?only=failed&limit=1&cursor=${paged.next}`)).body).toMatchObject({ next: null, deliveries: [{}] });
  });

  it('names the lead of an alert, and none of a test', async () => {
    await add('crm', '*');
    await plantAlerts(dataSource, { id: 'a1', lead: 'lead-1', step: 'due', dueAt: NOW, raisedAt: NOW, rep: 'ana', unconfirmed: false });
    await putDeliveries(dataSource.manager, [{ way: 'crm', alert: 'test-1', what: 'test' }], NOW);
    await put('crm', 'a1');
    expect((await get('/crm/log')).body.deliveries).toMatchObject([{ lead: 'lead-1' }, { lead: null }]);
  });

  it.each([
    ['/nobody/log', 404],
    ['/crm/log?only=some', 400],
    ['/crm/log?limit=0', 400],
    ['/crm/log?cursor=x', 400],
  ])('that cannot be told answers %s with %i', async (where, status) => {
    await add('crm', '*');
    expect((await get(where)).status).toBe(status);
  });
});

it('ways are for pages of ours and for keys only', async () => {
  expect((await get('', {})).status).toBe(401);
  expect((await get('', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).status).toBe(403);
  expect((await get('/x/log', { authorization: 'Bearer lc_wrong' })).status).toBe(401);
});
