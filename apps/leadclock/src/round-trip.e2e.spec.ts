import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { Client } from 'pg';
import { type Place, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { history, sample } from './testing/sample-events.js';

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-trip-'));
const started: ProgramProcess[] = [];
afterAll(async () => {
  for (const program of started) await program.stop();
  rmSync(parent, { recursive: true, force: true });
});

const place = (name: string): Place => ({ dataFolder: path.join(parent, name) });
const open = async (name: string): Promise<Place> => {
  started.push(await startProcess(place(name)));
  return place(name);
};

/** Everything that is derived, as text, in the order of its keys; log positions and the instant of writing are no part of it. */
async function derived({ dataFolder }: Place): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: findProgram(dataFolder)?.databaseUrl });
  await client.connect();
  try {
    const set = (await client.query<{ name: string }>('select name from current_set')).rows[0]?.name;
    const read = async (table: string, columns: string) =>
      (
        await client.query<{ row: string }>(`select row_to_json(r)::text as row from (select ${columns} from ${set}.${table}) r order by 1`)
      ).rows.map(({ row }) => row);
    return {
      lead: await read('lead', '*'),
      timeline: await read('timeline', '*'),
      fact: await read('fact', '*'),
      deadline: await read('deadline', 'lead, step, due_at, policy, clock'),
    };
  } finally {
    await client.end();
  }
}

const at = Date.UTC(2026, 2, 3, 9);
const edges = [
  sample('site', 'site.set', 'site', '2026-01-01T00:00:00Z', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
  sample('team', 'team.set', 'north', '2026-01-01T00:00:00Z', { name: 'North' }),
  sample('ana', 'rep.set', 'ana', '2026-01-01T00:00:00Z', { name: 'Ana', team: 'north', active: true }),
  sample('e1', 'lead.created', 'edge', at, { origin: 'event', contact: { name: 'Ada Lovelace' } }),
  // the same identity with two contents, and an answer taken back
  sample('e2', 'touchpoint.recorded', 'edge', at + 60_000, {
    touchpoint: 't',
    channel: 'call',
    direction: 'outbound',
    rep: 'ana',
    outcome: 'connected',
  }),
  sample('e2', 'touchpoint.recorded', 'edge', at + 90_000, {
    touchpoint: 't',
    channel: 'call',
    direction: 'outbound',
    rep: 'luis',
    outcome: 'no_answer',
  }),
  sample('e3', 'event.retracted', 'edge', at + 3_600_000, { source: '/test', id: 'e4' }),
  sample('e4', 'lead.disqualified', 'edge', at + 120_000, { reason: 'spam' }),
];

it('what is exported and imported into an empty folder gives the same rows, byte for byte; so do verify and a rebuild', async () => {
  const first = await open('first');
  const file = path.join(parent, 'events.jsonl');
  writeFileSync(file, [...history(150), ...edges].map((event) => `${JSON.stringify(event)}\n`).join(''));
  expect(await runCommand(first, ['import', file])).toMatchObject({ code: 0 });
  const exported = await runCommand(first, ['export']);
  expect(exported.code).toBe(0);
  expect(JSON.parse(exported.stdout.split('\n')[0] ?? '').type).toMatch(/^(site|team|rep)\.set$/);

  const second = await open('second');
  expect(await runCommand(second, ['import', '-'], exported.stdout)).toMatchObject({ code: 0 });
  const rows = await derived(first);
  expect(rows['lead']).toHaveLength(151);
  expect(await derived(second)).toEqual(rows);

  expect(await runCommand(second, ['verify'])).toMatchObject({ code: 0, stderr: '' });
  expect(await runCommand(second, ['rebuild'])).toMatchObject({ code: 0 });
  expect(await derived(second)).toEqual(rows);
  expect(await runCommand(second, ['verify'])).toMatchObject({ code: 0 });
});
