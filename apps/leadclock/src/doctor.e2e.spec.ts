import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmbeddedLog } from '@leadclock/event-log/embedded/embedded-log.js';
import { silentLines } from '@leadclock/event-log/testing/silent-lines.js';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
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

it('doctor finds a healthy program well, and bytes that are no event of ours parked while the partition goes on', async () => {
  expect(await findings()).toEqual({ code: 0, notWell: [] });

  const { databaseUrl = '', url = '' } = findProgram(place.dataFolder) ?? {};
  const log = await createEmbeddedLog({ database: databaseUrl, topic: 'leadclock.events', partitions: 12, logger: silentLines });
  await log.append([{ key: 'ada', value: 'no event of ours' }]);
  await log.close();
  const key = (await runCommand(place, ['key', 'show'])).stdout.trim();
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
