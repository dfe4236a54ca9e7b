import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from '@leadclock/runtime/data-folder.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import { environmentOf, keyOf, type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';
import { history, post, sample } from './testing/sample-events.js';

const BIN = path.resolve(__dirname, '..', '..', '..', 'bin', 'leadclock.js');
const LEADS = 300;
const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-rebuild-'));
const place = { dataFolder: path.join(parent, 'data') };
const started: ProgramProcess[] = [];
afterAll(async () => {
  for (const program of started) await program.kill9();
  rmSync(parent, { recursive: true, force: true });
});

/** A connection to the program's database. */
async function connect(): Promise<Client> {
  const client = new Client({ connectionString: findProgram(place.dataFolder)?.databaseUrl });
  await client.connect();
  return client;
}

/** Begins a rebuild, waits until it stands where the story wants it, and ends it as a power cut would. */
async function killRebuild(when: () => Promise<unknown>): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [BIN, 'rebuild'], { env: environmentOf(place), stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  try {
    await when();
  } finally {
    child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
}

it('a rebuild that is killed leaves nothing that is read: the program goes on, and the next rebuild clears away and succeeds', async () => {
  const program = await startProcess(place);
  started.push(program);
  const key = await keyOf(place);
  const file = path.join(parent, 'history.jsonl');
  writeFileSync(
    file,
    history(LEADS)
      .map((event) => `${JSON.stringify(event)}\n`)
      .join(''),
  );
  expect(await runCommand(place, ['import', file])).toMatchObject({ code: 0 });
  const look = await connect();
  const one = async <T>(sql: string): Promise<T | undefined> => (await look.query<{ it: T }>(sql)).rows[0]?.it;
  const sets = () => one<string[]>(`select array_agg(nspname::text order by nspname) as it from pg_namespace where nspname like 'set\\_%'`);
  const current = () => one<string>('select name as it from current_set');
  const waits = (statement: string) => async () =>
    one<boolean>(
      `select true as it from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '${statement}'`,
    );
  /** Holds what a rebuild needs to go on while it is killed. */
  const holding = async (lock: string, kill: (client: Client) => Promise<void>): Promise<void> => {
    const client = await connect();
    await client.query('begin');
    if (lock !== '') await client.query(lock);
    await kill(client);
    await client.end();
  };
  const arrives = async (lead: string, leads: number): Promise<void> => {
    expect((await post(program.url, key, [sample(lead, 'lead.created', lead, Date.now(), {})])).status).toBe(202);
    const answer = async () => (await (await fetch(`${program.url}/v1/kpis/leads-created`)).json()).groups[0].value;
    await until(`${lead} in the figures`, async () => (await answer()) === leads);
  };

  // while it fills the set: the leads of some partitions are there, the others' are not
  await holding('', (client) =>
    killRebuild(async () => {
      await until('the set', () => one<boolean>(`select true as it from pg_tables where schemaname = 'set_2' and tablename = 'lead'`));
      // by the server itself, which looks more often than a busy machine lets us: else all may be there before the table is locked
      await client.query(`do $$ begin
        while not exists (select from set_2.lead) loop perform pg_sleep(0.001); end loop;
        lock table set_2.lead in access exclusive mode;
      end $$`);
      await until('it waits to write more leads', waits('%set\\_2.lead%'));
      const filled = await client.query<{ leads: number }>('select count(*)::int as leads from set_2.lead');
      expect(filled.rows[0]?.leads).toBeLessThan(LEADS);
    }),
  );
  expect([await current(), await sets()]).toEqual(['set_1', ['set_1', 'set_2']]);
  await arrives('after-filling', LEADS + 1);

  // just before the switch: the new set is whole, and waits for the checkpoints of the old one
  await holding('select from set_1.checkpoint for update', () =>
    killRebuild(() => until('it wants to switch', waits('%set_1.checkpoint%for update%'))),
  );
  expect([await current(), await sets()]).toEqual(['set_1', ['set_1', 'set_2']]);
  await arrives('before-the-switch', LEADS + 2);
  expect(await runCommand(place, ['verify'])).toMatchObject({ code: 0, stderr: '' });
  expect(await runCommand(place, ['rebuild'])).toMatchObject({ code: 0, stderr: '' });
  expect([await current(), await sets()]).toEqual(['set_2', ['set_1', 'set_2']]);

  // just after the switch: the set before the last one is still to be dropped
  await holding('select from set_1.lead', () => killRebuild(() => until('it drops the oldest', waits('drop schema%'))));
  expect([await current(), await sets()]).toEqual(['set_3', ['set_1', 'set_2', 'set_3']]);
  await arrives('after-the-switch', LEADS + 3);
  expect(await runCommand(place, ['verify'])).toMatchObject({ code: 0, stderr: '' });
  expect(await runCommand(place, ['rebuild'])).toMatchObject({ code: 0, stderr: '' });
  expect([await current(), await sets()]).toEqual(['set_4', ['set_3', 'set_4']]);
  await look.end();
  expect(await program.stop()).toBe(0);
}, 120_000);
