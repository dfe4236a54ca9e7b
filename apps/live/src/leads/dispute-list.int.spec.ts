import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead } from '@leadclock/domain/testing/story.js';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { VaultTable } from '@leadclock/read-model/outside/vault.table.js';
import { type LiveApp, StoryClock, startLiveApp } from '../testing/live-app.js';
import { Planted } from '../testing/planted.js';

const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-disputes-'));
const ours = { 'sec-fetch-site': 'same-origin' };
let planted: Planted;
let live: LiveApp;

const ada = lead('ada')
  .arrived('09:00', {}, { id: 'ada-1' })
  .called('09:02', 'luis', 'connected')
  .tell('lead.disputed', '09:10', { rep: 'ana', about: 'spam', reason: 'test' }, { id: 'ada-spam' })
  .tell('lead.dispute_decided', '09:20', { by: 'eva', accepted: false, reason: 'real_person' }, { id: 'ada-no' })
  .tell('lead.disputed', '09:30', { rep: 'ana', about: 'answer', reason: 'my_call' }, { id: 'ada-mine' });
const disputed = (name: string, time: string) =>
  lead(name)
    .arrived('09:00')
    .tell('lead.disputed', time, { rep: 'ana', about: 'owner', reason: 'mine' }, { id: `${name}-d` });

beforeAll(async () => {
  planted = await Planted.open();
  await ensureApiKey(folder, planted.dataSource);
  await planted.plant(
    ada,
    disputed('bob', '09:50'),
    disputed('cleo', '09:40').tell('lead.merged', '09:45', { into: 'dora' }),
    lead('dora').arrived('09:00'),
    lead('eric')
      .arrived('09:00')
      .tell('lead.disputed', '09:10', { rep: 'ana', about: 'owner', reason: 'mine' })
      .tell('lead.dispute_decided', '09:20', { by: 'eva', accepted: false }),
  );
  const told = (subject: string, id: string, personal: object) => ({ subject, source: '/story', id, time: at('09:00'), personal });
  await new VaultTable(planted.dataSource).put([
    told('ada', 'ada-1', { contact: { name: 'Ada Lovelace' } }),
    told('ada', 'ada-mine', { notes: { note: 'from my own telephone' } }),
    told('ada', 'ada-no', { notes: { note: 'she wrote to me' } }),
    told('cleo', 'cleo-d', { notes: { note: 'I met her' } }),
    told('bob', 'ada-mine', { notes: { note: 'of another lead' } }),
  ]);
  live = await startLiveApp(planted.dataSource, new StoryClock(at('10:00')));
});
afterAll(async () => {
  await live.close();
  await planted.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (query = '', headers: Record<string, string> = ours) => fetch(`${live.url}/v1/disputes${query}`, { headers });
const iso = (time: string) => new Date(at(time)).toISOString();

describe('the disputes that wait for a decision', () => {
  it('come in one answer: by lead, that which moved last first, with every dispute, its notes, and who decided what and when', async () => {
    const response = await get();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const owner = { rep: 'ana', about: 'owner', reason: 'mine', decided: null };
    expect(await response.json()).toEqual({
      as_of: iso('10:00'),
      leads: [
        { lead: 'bob', name: '#bob', disputes: [{ ...owner, event: { source: '/story', id: 'bob-d' }, at: iso('09:50'), note: null }] },
        {
          lead: 'dora',
          name: '#dora',
          disputes: [{ ...owner, event: { source: '/story', id: 'cleo-d' }, at: iso('09:40'), note: 'I met her' }],
        },
        {
          lead: 'ada',
          name: 'Ada L.',
          disputes: [
            {
              event: { source: '/story', id: 'ada-spam' },
              at: iso('09:10'),
              rep: 'ana',
              about: 'spam',
              reason: 'test',
              note: null,
              decided: {
                event: { source: '/story', id: 'ada-no' },
                at: iso('09:20'),
                by: 'eva',
                accepted: false,
                reason: 'real_person',
                note: 'she wrote to me',
              },
            },
            {
              event: { source: '/story', id: 'ada-mine' },
              at: iso('09:30'),
              rep: 'ana',
              about: 'answer',
              reason: 'my_call',
              note: 'from my own telephone',
              decided: null,
            },
          ],
        },
      ],
      next: null,
    });
  });

  it('turn page by page', async () => {
    const first = await (await get('?limit=2')).json();
    expect(first).toMatchObject({ leads: [{ lead: 'bob' }, { lead: 'dora' }], next: expect.any(String) });
    expect(await (await get(`?limit=2&cursor=${first.next}`)).json()).toMatchObject({ leads: [{ lead: 'ada' }], next: null });
  });

  it('are for pages of ours and for programs with a key: people wrote the notes', async () => {
    expect((await get('', {})).status).toBe(401);
    expect((await get('', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get('', { authorization: `Bearer ${readApiKey(folder)}` })).status).toBe(200);
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?cursor=what', 'cursor'],
    ['?state=late', 'state'],
  ])('refuse %s, naming the parameter', async (query, parameter) => {
    const response = await get(query);
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ parameter })]);
  });
});
