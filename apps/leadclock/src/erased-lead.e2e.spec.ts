import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-erased-'));
const place = { dataFolder };
const now = Date.now() - 3_600_000;
let program: ProgramProcess;
let key: string;

const get = async (address: string) => fetch(`${program.url}${address}`, { headers: { authorization: `Bearer ${key}` } });
const numbers = async () => {
  const asked = ['leads-created', 'lead-response-time', 'rep-activity'].map(
    async (kpi) => (await (await get(`/v1/kpis/${kpi}`)).json()).groups,
  );
  return Promise.all(asked);
};
const call = { channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };

beforeAll(async () => {
  program = await startProcess(place);
  key = await keyOf(place);
  const posted = await post(program.url, key, [
    sample('1', 'lead.created', 'ada', now, { contact: { name: 'Ada Lovelace', email: 'ada@example.org' } }),
    sample('2', 'touchpoint.recorded', 'ada', now + 60_000, { ...call, touchpoint: 't', note: 'wants an Analytical Engine' }),
    sample('3', 'lead.created', 'countess', now, { contact: { name: 'Ada King' } }),
    sample('4', 'lead.merged', 'countess', now + 120_000, { into: 'ada' }),
    sample('5', 'lead.created', 'bob', now, { contact: { name: 'Bob Person' } }),
  ]);
  expect(posted.status).toBe(202);
  // partitions are read one after the other: two of three leads are not yet the merge, nor is a merge yet the call
  const values = async () => (await numbers()).map(([group]) => group.value);
  await until('the merge and the call', async () => isDeepStrictEqual(await values(), [2, 60, 1]));
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it('an erased lead keeps counting without its person, also when it was merged, exported and told again', async () => {
  const before = await numbers();
  expect(await (await get('/v1/leads/ada/contact')).text()).toContain('Analytical Engine');

  expect(await runCommand(place, ['erase', 'ada', '--reason', 'requested'])).toMatchObject({ code: 0 });
  expect(await numbers()).toEqual(before);
  for (const lead of ['ada', 'countess']) {
    const contact = await get(`/v1/leads/${lead}/contact`);
    expect([contact.status, await contact.json()]).toMatchObject([404, { reason: 'erased' }]);
  }

  // told again, it is dropped
  const again = sample('6', 'lead.created', 'ada', now + 180_000, { origin: 'web', contact: { name: 'Ada Lovelace' } });
  expect((await post(program.url, key, [again])).status).toBe(202);
  await until('the event', async () => (await (await get('/v1/leads/ada/timeline')).text()).includes('"6"'));
  const said = [
    await (await get('/v1/leads')).text(),
    await (await get('/v1/leads/ada')).text(),
    await (await get('/v1/leads/ada/timeline')).text(),
    (await runCommand(place, ['export'])).stdout,
    (await runCommand(place, ['lead', 'ada'])).stdout,
  ].join('\n');
  expect(said).toContain('Bob P.');
  expect(said).not.toMatch(/Lovelace|Ada L\.|King|Ada K\.|Analytical|example\.org/);
  expect(readFileSync(path.join(dataFolder, 'erased'), 'utf8').trim().split(/\s+/)).toHaveLength(2);
});

it('to erase a lead that is not there, or for no code of a reason, is a wrong use', async () => {
  expect(await runCommand(place, ['erase', 'nobody'])).toMatchObject({ code: 2 });
  expect(await runCommand(place, ['erase', 'bob', '--reason', 'she asked for it'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('reason'),
  });
  expect((await get('/v1/leads/bob/contact')).status).toBe(200);
});
