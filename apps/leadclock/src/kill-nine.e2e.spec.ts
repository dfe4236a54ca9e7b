import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { environmentOf, type Place, runCommand, startProcess } from './testing/program-process.js';
import { history } from './testing/sample-events.js';

/** How often the power is cut in one import; KILLS=20 for the long run. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const LEADS = 600 * KILLS;
const BIN = path.resolve(__dirname, '..', '..', '..', 'bin', 'leadclock.js');

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leadclock-kill-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const created = async (url: string): Promise<number> => (await (await fetch(`${url}/v1/kpis/leads-created`)).json()).groups[0].value;

/** Imports while the whole program is killed again and again, and answers what the log, the figures and verify say in the end. */
async function importUnderFire(place: Place, file: string) {
  for (let kill = 1; kill <= KILLS; kill++) {
    const program = await startProcess(place);
    const before = await created(program.url);
    const importing = spawn(process.execPath, [BIN, 'import', file, '--no-wait'], { env: environmentOf(place), stdio: 'ignore' });
    const ended = new Promise((resolve) => importing.once('exit', resolve));
    await until('the figures to move', async () => (await created(program.url)) > before || importing.exitCode !== null);
    await program.kill9();
    importing.kill('SIGKILL');
    await ended;
  }
  const program = await startProcess(place);
  const imported = await runCommand(place, ['import', file, '--json']);
  const leads = await created(program.url);
  const exported = await runCommand(place, ['export']);
  const verified = await runCommand(place, ['verify', '--json']);
  await program.stop();
  return { imported, leads, exported, verified };
}

function tellsTheStory(environment: () => Promise<Readonly<Record<string, string>>>): void {
  it(
    `an import goes on through ${KILLS} power cuts: nothing accepted is lost, nothing doubled, verify is clean`,
    async () => {
      const place = { dataFolder: newFolder(), environment: await environment() };
      const events = history(LEADS);
      const file = path.join(newFolder(), 'history.jsonl');
      writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));

      const { imported, leads, exported, verified } = await importUnderFire(place, file);

      expect(imported).toMatchObject({ code: 0, stderr: '' });
      expect(leads).toBe(LEADS);
      const ids = exported.stdout
        .trim()
        .split('\n')
        .map((line): string => JSON.parse(line).id);
      expect(new Set(ids)).toEqual(new Set(events.map(({ id }) => id)));
      expect(JSON.parse(verified.stdout)).toMatchObject({ differing: 0, pendingSubjects: 0 });
      expect(verified.code).toBe(0);
    },
    60_000 + KILLS * 30_000,
  );
}

describe('on the embedded log', () => tellsTheStory(() => Promise.resolve({})));

describeKafka('on Apache Kafka', (brokers) =>
  tellsTheStory(async () => {
    const environment = { KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC: `kill.${process.pid}` };
    // the program never makes topics: the job does
    expect(await runCommand({ dataFolder: newFolder(), environment }, ['topics'])).toMatchObject({ code: 0 });
    return environment;
  }),
);
