import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { VaultTable } from '@leadclock/read-model/outside/vault.table.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-contact-'));
const maria = { name: 'María Fernández', phone: '+34 600 000 001', email: 'maria@example.com', company: 'Sol', language: 'es' };
let planted: Planted;
let live: LiveApp;
let key: string;

beforeAll(async () => {
  planted = await Planted.open();
  await ensureApiKey(folder, planted.dataSource);
  key = readApiKey(folder) ?? '';
  await planted.plant(
    lead('ada')
      .arrived('09:00')
      .tell('touchpoint.recorded', '09:00', { touchpoint: 'form', channel: 'email', direction: 'inbound' }, { id: 'form' })
      .tell('touchpoint.recorded', '09:02', { touchpoint: 't1', channel: 'call', direction: 'outbound', rep: 'ana' }, { id: 't1' })
      .tell('touchpoint.recorded', '09:03', { touchpoint: 't2', channel: 'call', direction: 'outbound', rep: 'ana' }, { id: 't2' })
      .tell('event.retracted', '09:04', { source: '/story', id: 't2' }),
    lead('bob').arrived('09:00'),
    lead('cy').arrived('09:00').tell('lead.erased', '09:01', {}),
    lead('dee').arrived('09:00').tell('lead.follow_up_set', '09:01', { rep: 'luis', at: '2026-11-03T09:00:00Z' }, { id: 'f' }),
  );
  const told = (subject: string, id: string, personal: object) => ({ subject, source: '/story', id, time: at('09:00'), personal });
  await new VaultTable(planted.dataSource).put([
    told('ada', 'e1', { contact: maria }),
    told('ada', 'form', { notes: { note: 'call me <b>today</b>' } }),
    told('ada', 't1', { notes: { note: 'prefers mornings' } }),
    told('ada', 't2', { notes: { note: 'a slip' } }),
    told('ada', 'not-read-yet', { notes: { note: 'later' } }),
    told('cy', 'e1', { contact: maria }),
    told('dee', 'f', { notes: { note: 'is on holiday' } }),
  ]);
  live = await startLiveApp(planted.dataSource, new StoryClock(at('09:07')));
});
afterAll(async () => {
  await live.close();
  await planted.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (name: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  fetch(`${live.url}/v1/leads/${encodeURIComponent(name)}/contact`, { headers });

describe('the person behind a lead', () => {
  it('is shown whole to a page of ours, with what the person wrote and what was noted, and kept by nobody on the way', async () => {
    const response = await get('ada');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual({
      lead: 'ada',
      ...maria,
      message: 'call me <b>today</b>',
      notes: [
        { time: '2026-11-02T09:02:00.000Z', type: 'touchpoint.recorded', source: '/story', id: 't1', rep: 'ana', note: 'prefers mornings' },
      ],
    });
  });

  it('is shown to a program that has an API key', async () => {
    expect(await (await get('ada', { authorization: `Bearer ${key}` })).json()).toMatchObject({ name: maria.name });
  });

  it('may be known by notes alone', async () => {
    expect(await (await get('dee')).json()).toMatchObject({
      name: null,
      phone: null,
      message: null,
      notes: [{ rep: 'luis', note: 'is on holiday' }],
    });
  });

  it.each([
    ['nobody', 'unknown'],
    ['ana@example.com', 'unknown'],
    ['bob', 'nothing'],
    ['cy', 'erased'],
  ])('of %s is a 404 with the reason %s, which repeats nothing', async (name, reason) => {
    const response = await get(name);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ problem: expect.any(String), reason });
    expect(text).not.toMatch(/Mar|600|example/);
  });

  it.each([
    ['a program without a key', {}, 401],
    ['a key that is wrong, even from a page of ours', { authorization: 'Bearer lc_no', 'sec-fetch-site': 'same-origin' }, 401],
    ['a foreign page', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a page without origin', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 403],
    ['an address that somebody typed', { 'sec-fetch-site': 'none' }, 403],
  ])('is not shown to %s', async (_who, headers, status) => {
    const response = await get('ada', headers);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ problem: expect.any(String) });
    expect(text).not.toContain('Mar');
  });
});
