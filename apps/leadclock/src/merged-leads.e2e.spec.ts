import { randomUUID } from 'node:crypto';
import { until } from '@leadclock/runtime/testing/until.js';
import { post, sample } from './testing/sample-events.js';
import { type StoryProgram, startStoryProgram } from './testing/story-program.js';

let program: StoryProgram;
beforeAll(async () => {
  program = await startStoryProgram();
});
afterAll(() => program.stop());

const leadNow = async (lead: string) => (await fetch(`${program.url}/v1/leads/${lead}`)).json();
const arrivals = async () => (await (await fetch(`${program.url}/v1/kpis/leads-created`)).json()).groups[0].value;
const send = (type: string, lead: string, data: Readonly<Record<string, unknown>>) =>
  post(program.url, program.key, [sample(randomUUID(), type, lead, Date.now(), data)]);
const command = async (lead: string, name: string, body: unknown) => {
  const headers = { authorization: `Bearer ${program.key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const response = await fetch(`${program.url}/v1/leads/${lead}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

const waiting = async (): Promise<readonly string[]> => {
  const { leads }: { leads: { lead: string }[] } = await (await fetch(`${program.url}/v1/leads?state=waiting`)).json();
  return leads.map(({ lead }) => lead);
};

it('two leads of one person become one: claimed, called, taken back and parted, by whichever name', async () => {
  for (const lead of ['ada', 'bob']) {
    await send('lead.created', lead, { origin: 'web_form' });
    await until(`${lead} to be known`, async () => (await leadNow(lead)).assignment);
  }
  const logged = await command('bob', 'touchpoints', { rep: 'ana', channel: 'call', direction: 'outbound', outcome: 'no_answer' });
  await until('the call to be known', async () => (await leadNow('bob')).state.status === 'answered');
  expect(await arrivals()).toBe(2);

  await send('lead.merged', 'bob', { into: 'ada' });
  await until('bob to be gone', async () => (await leadNow('bob')).state.status === 'merged');
  const merged = await until('ada to have the call', async () => {
    const now = await leadNow('ada');
    return now.state.status === 'answered' ? now : null;
  });
  await until('one arrival', async () => (await arrivals()) === 1);
  expect((await leadNow('bob')).state).toMatchObject({ status: 'merged', merged_into: 'ada', owner: null });
  expect(await command('bob', 'claim', { rep: 'luis' })).toMatchObject({
    status: 409,
    body: { reason: 'merged', problem: 'the lead was merged into ada; go on there' },
  });
  expect(await command('ada', 'claim', { rep: 'luis', assignment: merged.assignment })).toMatchObject({
    status: 409,
    body: { reason: 'answered' },
  });

  // the call was logged under bob: it is taken back under bob, by who looks at ada
  expect(await command('ada', 'undo', { rep: 'ana', event: logged.body.event })).toMatchObject({ status: 202 });
  await until('ada to wait again', async () => (await leadNow('ada')).state.status === 'waiting');
  // her page is told from the events at once; a command goes by her row, which is made anew a moment later
  await until('ada to wait in the lists', async () => (await waiting()).includes('ada'));
  expect(await command('ada', 'claim', { rep: 'luis', assignment: (await leadNow('ada')).assignment })).toMatchObject({ status: 202 });
  await until('luis to have ada', async () => (await leadNow('ada')).state.owner === 'luis');

  await send('lead.merged', 'bob', { into: null });
  await until('bob to be back', async () => (await leadNow('bob')).state.status === 'waiting');
  await until('two arrivals again', async () => (await arrivals()) === 2);
}, 120_000);
