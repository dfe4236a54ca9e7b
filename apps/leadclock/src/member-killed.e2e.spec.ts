import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Kafka, logLevel } from 'kafkajs';
import { type Place, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { history } from './testing/sample-events.js';

const LEADS = 2500;
const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-member-'));
const started: ProgramProcess[] = [];
afterAll(async () => {
  for (const program of started) await program.kill9();
  rmSync(parent, { recursive: true, force: true });
});

/** Events that this process has folded. */
const folded = async ({ url }: ProgramProcess): Promise<number> =>
  Number(/^leadclock_projector_events_total (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? 0);

const write = (name: string, events: readonly unknown[]): string => {
  const file = path.join(parent, name);
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return file;
};

describeKafka('two projectors of one group on Apache Kafka', (brokers) => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  beforeAll(() => admin.connect());
  afterAll(() => admin.disconnect());

  it('when one is killed with -9 under load the other takes over its partitions: nothing is lost or doubled, verify is clean', async () => {
    const environment = { KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC: `member.${process.pid}`, DATABASE_URL: await freshDatabase() };
    const [survivor, victim]: [Place, Place] = [
      { dataFolder: path.join(parent, 'survivor'), environment },
      { dataFolder: path.join(parent, 'victim'), environment },
    ];
    expect(await runCommand(survivor, ['topics'])).toMatchObject({ code: 0 });
    const lives = await startProcess(survivor);
    const dies = await startProcess(victim, ['start', '--only', 'projector']);
    started.push(lives, dies);
    // who is the projector alone lets others go before it
    expect([lives, dies].map(({ pid }) => getPriority(pid) - getPriority())).toEqual([0, 5]);
    const events = history(LEADS);
    await until('both to share the partitions', async () => {
      const { groups } = await admin.describeGroups([`leadclock-projector.${environment.KAFKA_TOPIC}`]);
      return groups[0]?.state === 'Stable' && groups[0].members.length === 2;
    });
    const half = events.length / 2;
    expect(await runCommand(survivor, ['import', write('first.jsonl', events.slice(0, half)), '--no-wait'])).toMatchObject({ code: 0 });
    await until('both to have folded a part', async () => (await folded(lives)) > 0 && (await folded(dies)) > 0);
    let ended = false;
    const before = await folded(dies);
    const importing = runCommand(survivor, ['import', write('second.jsonl', events.slice(half))]).finally(() => (ended = true));
    await until('the one to be in the middle of it', async () => (await folded(dies)) > before);
    await dies.kill9();
    expect(ended).toBe(false);

    expect(await importing).toMatchObject({ code: 0, stderr: '' });
    const verified = await runCommand(survivor, ['verify', '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ differing: 0, pendingSubjects: 0 });
    expect(verified.code).toBe(0);
    const leads = await (await fetch(`${lives.url}/v1/kpis/leads-created`)).json();
    expect(leads.groups[0].value).toBe(LEADS);
    const ids = (await runCommand(survivor, ['export'])).stdout
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).id);
    expect([ids.length, new Set(ids).size]).toEqual([events.length, events.length]);
    expect(await lives.stop()).toBe(0);
  }, 120_000);
});
