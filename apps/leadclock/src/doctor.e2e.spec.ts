import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmbeddedLog } from '@leadclock/event-log/embedded/embedded-log.js';
import { silentLines } from '@leadclock/event-log/testing/silent-lines.js';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import { keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { post, sample } from './testing/sample-events.js';

const place = { dataFolder: mkdtempSync(path.join(tmpdir(), 'leadclock-doctor-')) };
let program: ProgramProcess;

beforeAll(async () => {
  program = await startProcess(place);
});
afterAll(async () => {
  await program.stop();
  rmSync(place.dataFolder, { recursive: true, force: true });
});

const findings = async () => {
  const { code, stdout } = await runCommand(place, ['doctor', '--json']);
  const notWell: readonly { what: string; says: string }[] = JSON.parse(stdout).filter(({ well }: { well: boolean }) => !well);
  return { code, notWell };
};

/** Says something to the program's own database. */
const inDatabase = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: findProgram(place.dataFolder)?.databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

it('doctor finds a healthy program well, and bytes that are no event of ours parked while the partition goes on', async () => {
  expect(await findings()).toEqual({ code: 0, notWell: [] });

  const { databaseUrl = '', url = '' } = findProgram(place.dataFolder) ?? {};
  const log = await createEmbeddedLog({ database: databaseUrl, topic: 'leadclock.events', partitions: 12, logger: silentLines });
  await log.append([{ key: 'ada', value: 'no event of ours' }]);
  await log.close();
  const key = await keyOf(place);
  await post(url, key, [
    sample('after', 'touchpoint.recorded', 'ada', Date.now(), { touchpoint: 'u', channel: 'call', direction: 'outbound', rep: 'ana' }),
  ]);
  await until('the event behind the bytes', async () => (await (await fetch(`${url}/v1/leads/ada/timeline`)).text()).includes('"after"'));

  const { code, notWell } = await findings();
  expect(code).toBe(1);
  expect(notWell.map(({ what }) => what)).toEqual(['parked']);
  expect(notWell[0]?.says).toMatch(/leadclock\.events \d+\/\d+/);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/leadclock_projector_parked_total\{[^}]*\} 1$/m);
});

it('doctor names the derivation of a set that another release made, and the program is not ready by it', async () => {
  await inDatabase('update current_set set derivation = 0');
  const { code, notWell } = await findings();
  expect(code).toBe(1);
  expect(notWell.find(({ what }) => what === 'read model')?.says).toMatch(/^the set was made by derivation 0, .*run leadclock rebuild$/);
  await until('it is not ready', async () => (await fetch(`${program.url}/readyz`)).status === 503);
  expect(await (await fetch(`${program.url}/readyz`)).text()).toContain('run leadclock rebuild');
  expect((await runCommand(place, ['verify'])).stdout).toContain('the set was made by derivation 0');

  const rebuilt = await runCommand(place, ['rebuild']);
  expect(rebuilt).toMatchObject({ code: 0, stdout: expect.stringContaining('was made by another derivation') });
});

it('doctor says what a log lost, and that the projector stopped there', async () => {
  await program.stop();
  program = await startProcess(place, ['start', '--only', 'ingest']);
  const key = await keyOf(place);
  expect((await post(program.url, key, [sample('lost', 'lead.created', 'bob', Date.now(), {})])).status).toBe(202);
  await inDatabase(
    `delete from log.record where key = 'bob'; update log.partition set first = next where next > 0 and topic = (select id from log.topic where name = 'leadclock.events')`,
  );
  await program.stop();
  program = await startProcess(place);
  const reason = /partition \d+ begins at offset \d+, but offset \d+ is needed: records were deleted; restore the topic/;
  await until('the projector has stopped', async () => reason.test(await (await fetch(`${program.url}/readyz`)).text()));
  const { code, notWell } = await findings();
  expect(code).toBe(1);
  expect(notWell.filter(({ says }) => reason.test(says)).map(({ what }) => what)).toEqual(['program', 'log']);
});
