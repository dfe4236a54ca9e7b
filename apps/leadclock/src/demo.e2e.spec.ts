import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { io } from 'socket.io-client';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const folder = () => mkdtempSync(path.join(tmpdir(), 'leadclock-demo-'));
const page = { 'sec-fetch-site': 'same-origin' };

async function valueOf(url: string, question: string): Promise<number> {
  const answer = await fetch(`${url}/v1/kpis/${question}`);
  const body: unknown = await answer.json();
  const [, value] = /"value":([\d.]+)/.exec(JSON.stringify(body)) ?? [];
  return Number(value);
}

/** Processes whose command line names this folder: the program's own and its database's. */
const livingIn = (dataFolder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(dataFolder));
      } catch {
        return false;
      }
    });

describe('leadclock demo', () => {
  const dataFolder = folder();
  let demo: ProgramProcess;
  let leadsAtFirst: number;

  beforeAll(async () => {
    demo = await startProcess({ dataFolder }, ['demo']);
    leadsAtFirst = await valueOf(demo.url, 'leads-created');
  }, 180_000);
  afterAll(async () => {
    await demo?.kill9();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('answers at the wall, the rep’s console and the manager’s page', async () => {
    for (const screen of ['wall', 'me', 'team']) {
      const answer = await fetch(`${demo.url}/${screen}`);
      expect([screen, answer.status, answer.headers.get('content-type')]).toEqual([screen, 200, expect.stringContaining('text/html')]);
    }
  });

  it('has all leads of its history in the figures when it says that it is ready, today’s and a week’s', async () => {
    const exported = await runCommand({ dataFolder: path.join(dataFolder, 'demo') }, ['export']);
    const arrivals = exported.stdout
      .split('\n')
      .filter((line) => line.includes('"type":"lead.created"'))
      .map((line) => [/"subject":"([^"]+)"/.exec(line)?.[1], /"time":"([^"]+)"/.exec(line)?.[1] ?? ''] as const);
    // the floor goes on meanwhile, and a lead is heard of a second after it came: what came last is left out
    const latest = Math.max(...arrivals.map(([, time]) => Date.parse(time)));
    const from = new Date(latest - 8 * 86_400_000).toISOString();
    const to = new Date(latest - 5_000).toISOString();
    const leads = new Set(arrivals.filter(([, time]) => time < to).map(([lead]) => lead));
    expect(leads.size).toBeGreaterThan(5_000);
    await until('all leads in the figures', async () => (await valueOf(demo.url, `leads-created?from=${from}&to=${to}`)) === leads.size);
    expect(await valueOf(demo.url, 'leads-created?window=today')).toBeGreaterThan(200);
  });

  it('says to its walls that it is a demo', async () => {
    const socket = io(demo.url, { transports: ['websocket'], auth: { protocol: 1, view: 'wall' } });
    const snapshot = await new Promise<{ state: { demo: boolean } }>((resolve, reject) => {
      socket.once('snapshot', resolve);
      socket.once('connect_error', reject);
    });
    socket.close();
    expect(snapshot.state.demo).toBe(true);
  });

  it('has leads waiting, and a share in target as on a good day', async () => {
    await until('somebody waits', async () => (await valueOf(demo.url, 'waiting-now')) > 0);
    const share = await valueOf(demo.url, 'answered-in-target?window=today');
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.98);
  });

  it('goes on: new leads come', async () => {
    // since the demo was ready: at some hours the next lead takes a minute, of which the stories above have taken their part
    await until('another lead', async () => (await valueOf(demo.url, 'leads-created')) > leadsAtFirst, 120_000);
  }, 150_000);

  it('lets no second one into its folder, and is no place to start another from', async () => {
    const second = await runCommand({ dataFolder }, ['demo']);
    expect([second.code, second.stderr]).toEqual([3, expect.stringContaining('already running')]);
    const nested = await fetch(`${demo.url}/v1/demo`, { method: 'POST', headers: { ...page, origin: demo.url } });
    expect([nested.status, await nested.json()]).toEqual([409, expect.objectContaining({ reason: 'is_demo' })]);
  });

  it('ends at ctrl-c with exit 0, leaves no process, said nothing of errors, and its folder verifies', async () => {
    expect(await demo.interrupt()).toBe(0);
    await until('no process is left', () => livingIn(dataFolder).length === 0);
    expect(demo.log()).not.toMatch(/"level":(50|60)/);
    const verified = await runCommand({ dataFolder: path.join(dataFolder, 'demo') }, ['verify', '--json']);
    expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, expect.objectContaining({ differing: 0, pendingSubjects: 0 })]);
  }, 180_000);

  it('removes no folder that a demo has not made', async () => {
    const foreign = folder();
    mkdirSync(path.join(foreign, 'demo'));
    writeFileSync(path.join(foreign, 'demo', 'letters.txt'), 'dear');
    const refused = await runCommand({ dataFolder: foreign }, ['demo']);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('was not made by a demo')]);
    expect(readdirSync(path.join(foreign, 'demo'))).toEqual(['letters.txt']);
    rmSync(foreign, { recursive: true });
  });
});

describe('the button on an empty wall', () => {
  const dataFolder = folder();
  let program: ProgramProcess;
  const ask = (headers: Record<string, string> = { ...page, origin: program.url }) =>
    fetch(`${program.url}/v1/demo`, { method: 'POST', headers });

  beforeAll(async () => {
    program = await startProcess({ dataFolder });
  });
  afterAll(async () => {
    await program?.kill9();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('is for our own pages only', async () => {
    expect((await ask({})).status).toBe(401);
    expect((await ask({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fetch(`${program.url}/v1/demo`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('starts one demo, however often it is pressed, and says where it plays', async () => {
    const look = async () => (await fetch(`${program.url}/v1/demo`, { headers: page })).json();
    expect(await look()).toEqual({ running: false, url: null });
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(first).toEqual(second);
    expect(await look()).toEqual({ running: true, ...first });
    expect(first.url).not.toBe(program.url);
    expect((await fetch(`${first.url}/wall`)).status).toBe(200);
    expect(await valueOf(program.url, 'leads-created')).toBe(0);
  }, 180_000);

  it('is refused where real leads are, once none plays', async () => {
    const dataFolderOfReal = folder();
    const real = await startProcess({ dataFolder: dataFolderOfReal });
    const key = await keyOf({ dataFolder: dataFolderOfReal });
    await post(real.url, key, [sample('1', 'lead.created', 'ada', Date.now(), {})]);
    await until('the lead is there', async () => (await valueOf(real.url, 'leads-created')) === 1);
    const refused = await fetch(`${real.url}/v1/demo`, { method: 'POST', headers: { ...page, origin: real.url } });
    expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ reason: 'has_leads' })]);
    await real.stop();
    rmSync(dataFolderOfReal, { recursive: true, force: true });
  });

  it('ends its demo when the program is killed', async () => {
    await program.killAlone();
    await until('no process is left', () => livingIn(dataFolder).length === 0);
  });
});
