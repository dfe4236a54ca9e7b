import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type KafkaBroker, startKafkaIfPossible } from '../../../tools/kafka/start-kafka.js';
import { keyOf, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-outage-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const arrived = (n: number) => sample(`c${n}`, 'lead.created', `lead-${n}`, Date.now() - 1_000, {});
const leadsIn = async (url: string): Promise<number> => (await (await fetch(`${url}/v1/kpis/leads-created`)).json()).groups[0].value;

it('a stop loses nothing that was accepted, and what comes too late is told so', async () => {
  const place = { dataFolder: path.join(parent, 'stop') };
  const program = await startProcess(place);
  const key = await keyOf(place);
  const answers = Array.from({ length: 400 }, (_, n) =>
    post(program.url, key, [arrived(n)]).then(
      ({ status }) => status,
      () => 0,
    ),
  );
  await until('the first answers', async () => (await Promise.race(answers)) === 202);
  expect(await program.stop()).toBe(0);
  const accepted = (await Promise.all(answers)).flatMap((status, n) => (status === 202 ? [`c${n}`] : []));

  const exported = await runCommand(place, ['export']);
  const kept = new Set(
    exported.stdout
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).id),
  );
  expect(accepted.filter((id) => !kept.has(id))).toEqual([]);
  expect(accepted.length).toBeGreaterThan(0);
});

it('a command that finds no program starts the parts for its own time', async () => {
  const place = { dataFolder: path.join(parent, 'stop') };
  const asked = await runCommand(place, ['kpi', 'leads-created', '--json']);
  expect(asked.code).toBe(0);
  expect(JSON.parse(asked.stdout).groups[0].value).toBeGreaterThan(0);
});

describeKafka('a broker that goes away', () => {
  let broker: KafkaBroker | null = null;
  afterAll(() => broker?.stop());

  it('does not stop the door: what comes meanwhile is spooled, and in the figures when the broker is back', async () => {
    broker = await startKafkaIfPossible({ dir: path.join(parent, 'kafka') });
    // KAFKA_BROKERS may point to somebody else's broker, which a test does not kill
    if (broker === null) return;
    const place = { dataFolder: path.join(parent, 'away'), environment: { KAFKA_BROKERS: broker.brokers } };
    expect(await runCommand(place, ['topics'])).toMatchObject({ code: 0 });
    const program = await startProcess(place);
    expect(program.readyLine).toContain('log: kafka');
    const key = await keyOf(place);
    expect((await post(program.url, key, [arrived(1)])).status).toBe(202);
    await until('the first lead', async () => (await leadsIn(program.url)) === 1);

    await broker.kill9();
    expect((await post(program.url, key, [arrived(2)])).status).toBe(202);
    const doctor = await runCommand(place, ['doctor', '--json']);
    expect(doctor.code).not.toBe(0);

    await broker.restart();
    await until('the spooled lead', async () => (await leadsIn(program.url)) === 2, 60_000);
    expect(await program.stop()).toBe(0);
  }, 120_000);

  it('does not keep the program from starting', async () => {
    const place = { dataFolder: path.join(parent, 'never'), environment: { KAFKA_BROKERS: '127.0.0.1:9' } };
    const program = await startProcess(place);
    expect((await post(program.url, await keyOf(place), [arrived(1)])).status).toBe(202);
    expect(await program.stop()).toBe(0);
  }, 60_000);
});

it('a database without rights, and one that is not there, say what to do', async () => {
  const place = { dataFolder: path.join(parent, 'rights'), environment: { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/leads' } };
  const { code, stderr } = await runCommand(place, ['start']);
  expect(code).toBe(3);
  expect(stderr).toContain('DATABASE_URL');
  expect(stderr).toContain('start PostgreSQL');
  expect(stderr).not.toContain('secret');
});
