import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-paused-'));
const place = { dataFolder };
const arrived = Date.now() - 3_600_000;
let program: ProgramProcess;

const run = (...words: readonly string[]) => runCommand(place, words);
const get = async (address: string) => (await fetch(`${program.url}/v1/leads/${address}`)).json();
const told = async (lead: string): Promise<readonly string[]> =>
  (await get(`${lead}/timeline`)).events.map(({ type, data }: { type: string; data: object }) => `${type} ${JSON.stringify(data)}`);
const before = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

beforeAll(async () => {
  program = await startProcess(place);
  const call = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
  const posted = await post(program.url, await keyOf(place), [
    sample('1', 'lead.created', 'ada', arrived, {}),
    sample('2', 'lead.created', 'bob', arrived, {}),
    sample('3', 'lead.created', 'cy', arrived, {}),
    sample('4', 'touchpoint.recorded', 'cy', arrived + 60_000, call),
    sample('5', 'policy.set', 'fairs', arrived - 60_000, {
      order: 1,
      match: { origin: ['fair'] },
      targets: { answer_s: 300, contact_s: 86_400 },
      steps: [],
    }),
    sample('6', 'lead.created', 'dee', arrived, { origin: 'fair' }),
    sample('7', 'touchpoint.recorded', 'dee', arrived + 60_000, { ...call, outcome: 'no_answer' }),
    sample('8', 'lead.created', 'eve', arrived, {}),
    sample('9', 'lead.created', 'eve2', arrived, {}),
    sample('10', 'lead.merged', 'eve2', arrived + 60_000, { into: 'eve' }),
  ]);
  expect(posted.status).toBe(202);
  await until('the answer', async () => (await get('cy')).state?.status === 'answered', 10_000);
  await until('the answer of Dee', async () => (await get('dee')).state?.status === 'answered', 10_000);
  await until('the merge', async () => (await get('eve2')).state?.status === 'merged', 10_000);
  for (const lead of ['ada', 'bob', 'eve']) await until(lead, async () => (await get(lead)).state?.status === 'waiting', 10_000);
}, 90_000);
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Many commands, each a process of its own. */
const limitMs = 120_000;

it(
  'a lead that is paused stands still until it is resumed, with who did it and why; the second time nothing changes',
  async () => {
    const paused = await run('pause', 'ada', '--reason', 'asked_for_later', '--rep', 'ana');
    const { paused_at: since } = (await get('ada')).state;
    expect(paused).toMatchObject({ code: 0, stderr: '', stdout: `the clock of ada stands still since ${since}\n` });
    expect(Date.parse(since)).toBeGreaterThan(arrived + 3_600_000);
    expect((await get('ada')).clocks).toMatchObject({ paused: true });
    expect(await run('pause', 'ada')).toMatchObject({ code: 0, stdout: `ada has been paused since ${since}; nothing has changed\n` });
    expect(await run('resume', 'ada')).toMatchObject({ code: 0, stdout: 'the clock of ada runs\n' });
    expect((await get('ada')).state.paused_at).toBeNull();
    expect(await run('resume', 'ada')).toMatchObject({ code: 0, stdout: 'ada is not paused; nothing has changed\n' });
    // it was late long before: what alerts say stands between
    expect((await told('ada')).filter((said) => said.startsWith('lead.'))).toEqual([
      'lead.created {}',
      'lead.paused {"rep":"ana","reason":"asked_for_later"}',
      'lead.resumed {}',
    ]);
  },
  limitMs,
);

it(
  'a pause that is told afterwards takes its time off the clock, once, however often it is told',
  async () => {
    const [from, to] = [before(20), before(10)];
    for (let times = 0; times < 2; times += 1) {
      expect(await run('pause', 'bob', '--at', from, '--reason', 'holiday')).toMatchObject({ code: 0 });
      expect(await run('resume', 'bob', '--at', to)).toMatchObject({ code: 0, stdout: 'the clock of bob runs\n' });
    }
    expect((await get('bob')).clocks).toMatchObject({ paused: false, paused_s: 600 });
    expect((await told('bob')).filter((said) => /^lead\.(paused|resumed)/.test(said))).toEqual([
      'lead.paused {"reason":"holiday"}',
      'lead.resumed {}',
    ]);
  },
  limitMs,
);

it(
  'another reason for the same instant is another event, which is not lost',
  async () => {
    const at = before(5);
    for (const reason of ['holiday', 'asked_for_later', 'holiday'])
      expect(await run('pause', 'bob', '--at', at, '--reason', reason)).toMatchObject({ code: 0 });
    const paused = (await get('bob/timeline')).events.filter(
      ({ type, time }: { type: string; time: string }) => type === 'lead.paused' && time === at,
    );
    expect(paused.map(({ data }: { data: { reason: string } }) => data.reason).toSorted()).toEqual(['asked_for_later', 'holiday']);
    // of two contents of one event only one could ever count
    expect(new Set(paused.map(({ id }: { id: string }) => id)).size).toBe(2);
    expect(await run('resume', 'bob')).toMatchObject({ code: 0 });
  },
  limitMs,
);

it(
  'a lead that is answered is paused while its target for contact runs',
  async () => {
    expect(await run('pause', 'dee')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('the clock of dee stands still'),
    });
    expect((await get('dee')).state.paused_at).not.toBeNull();
    expect(await run('resume', 'dee')).toMatchObject({ code: 0, stdout: 'the clock of dee runs\n' });
  },
  limitMs,
);

it(
  'a lead that was merged away has no clock: it is said whose name to use, whatever else is, and nothing is written',
  async () => {
    const said = 'eve2 was merged into eve, and has no clock of its own; name eve';
    for (const words of [
      ['pause', 'eve2'],
      ['pause', 'eve2', '--at', before(5)],
      ['resume', 'eve2'],
    ])
      expect(await run(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    expect((await get('eve')).state.paused_at).toBeNull();
    expect((await told('eve2')).filter((event) => event.startsWith('lead.paused'))).toEqual([]);
  },
  limitMs,
);

it(
  'what cannot be is a wrong use, which names the flag and the fix, and writes nothing',
  async () => {
    const wrong = async (words: readonly string[], said: string) =>
      expect(await run(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    await wrong(['pause', 'nobody'], 'nobody');
    await wrong(['pause', 'cy'], 'cy is answered: its clock has ended; only a lead that waits');
    await wrong(['pause', 'ada', '--reason', 'she asked for it'], '--reason: ');
    await wrong(['pause', 'ada', '--at', 'noon'], '--at: ');
    await wrong(['resume', 'ada', '--at', before(-60)], '--at: is more than 5 minutes in the future');
    await wrong(['resume'], 'missing required argument');
    expect((await told('cy')).filter((said) => said.startsWith('lead.paused'))).toEqual([]);
    expect((await get('ada')).state.paused_at).toBeNull();
  },
  limitMs,
);
