import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-commands-'));
const place = { dataFolder };
let program: ProgramProcess;
let key: string;

beforeAll(async () => {
  program = await startProcess(place);
  key = await keyOf(place);
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const leadNow = async (lead: string) => (await fetch(`${program.url}/v1/leads/${lead}`)).json();
const command = async (lead: string, name: string, body: unknown, idempotencyKey: string = randomUUID()) => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
  const response = await fetch(`${program.url}/v1/leads/${lead}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};
const arrive = async (lead: string) => {
  await post(program.url, key, [sample(randomUUID(), 'lead.created', lead, Date.now() - 60_000, { origin: 'web_form' })]);
  return until(`${lead} to be known`, async () => (await leadNow(lead)).assignment);
};

it('a lead is claimed, lost to the second, called, and waits again when the call is taken back', async () => {
  const assignment = await arrive('ada');
  const claimed = await command('ada', 'claim', { rep: 'ana', assignment });
  expect(claimed.status).toBe(202);
  await until('ana to own the lead', async () => (await leadNow('ada')).state.owner === 'ana');
  expect(await command('ada', 'claim', { rep: 'luis', assignment })).toMatchObject({
    status: 409,
    body: { reason: 'claimed', rep: 'ana', at: claimed.body.at },
  });

  const touch = { rep: 'ana', channel: 'call', direction: 'outbound', outcome: 'connected' };
  const logged = await command('ada', 'touchpoints', touch);
  expect(logged.status).toBe(202);
  await until('the lead to be answered', async () => (await leadNow('ada')).state.status === 'answered');
  expect((await leadNow('ada')).state).toMatchObject({ answered_by: 'ana' });
  expect(await command('ada', 'claim', { rep: 'luis', assignment })).toMatchObject({
    status: 409,
    body: { reason: 'answered', rep: 'ana' },
  });

  expect(await command('ada', 'undo', { rep: 'ana', event: logged.body.event })).toMatchObject({ status: 202 });
  await until('the lead to wait again', async () => (await leadNow('ada')).state.status === 'waiting');
  expect(await leadNow('ada')).toMatchObject({ assignment, state: { owner: 'ana', answered_at: null } });
});

it('a lead that is given back shows its new assignment and is claimed under it', async () => {
  const first = await arrive('bob');
  await command('bob', 'claim', { rep: 'ana', assignment: first });
  const released = await command('bob', 'release', { rep: 'ana' });
  const { assignment } = await until('the lead to be back in the pool', async () => {
    const now = await leadNow('bob');
    return now.assignment.id === released.body.event.id ? now : null;
  });
  expect(assignment).toEqual(released.body.event);
  expect(await command('bob', 'claim', { rep: 'luis', assignment: first })).toMatchObject({ status: 409, body: { reason: 'reassigned' } });
  expect(await command('bob', 'claim', { rep: 'luis', assignment })).toMatchObject({ status: 202 });
});

it('a lead with an id of 200 characters is shown and claimed like any other', async () => {
  const lead = `ö${'x'.repeat(199)}`;
  const assignment = await arrive(lead);
  expect(await command(lead, 'claim', { rep: 'ana', assignment })).toMatchObject({ status: 202 });
});

it('claims survive kill -9: whatever was answered is in the log once, and the same key is answered the same', async () => {
  const leads = Array.from({ length: 20 }, (_, number) => `cut-${number}`);
  for (const lead of leads) await arrive(lead);
  const asked = leads.map((lead) => command(lead, 'claim', { rep: 'ana' }, `key-${lead}`).catch(() => null));
  await Promise.race(asked);
  await program.kill9();
  const before = await Promise.all(asked);
  program = await startProcess(place);
  for (const [index, lead] of leads.entries()) {
    const again = await command(lead, 'claim', { rep: 'ana' }, `key-${lead}`);
    expect(again.status).toBe(202);
    const answered = before[index] ?? null;
    if (answered !== null) expect(again).toEqual(answered);
    await until(`ana to own ${lead}`, async () => (await leadNow(lead)).state.owner === 'ana');
    const { events } = await (await fetch(`${program.url}/v1/leads/${lead}/timeline`)).json();
    expect(events.filter(({ type }: { type: string }) => type === 'lead.claimed')).toHaveLength(1);
  }
});

it('the commands stand in the OpenAPI document', async () => {
  const { paths } = await (await fetch(`${program.url}/docs/openapi.json`)).json();
  for (const name of ['claim', 'release', 'touchpoints', 'undo'])
    expect(Object.keys(paths[`/v1/leads/{lead}/${name}`].post.responses)).toEqual(expect.arrayContaining(['202', '404', '409', '422']));
});
