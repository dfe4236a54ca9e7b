import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectorStatus } from '@leadclock/projector/status/projector-status.js';
import { verify } from '@leadclock/projector/verify/verify.js';
import { createLogger } from '@leadclock/runtime/logger.js';
import { parseSettings } from '@leadclock/runtime/settings.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { until } from '@leadclock/runtime/testing/until.js';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { connect } from './program/open-database.js';
import { type OpenLogs, openLogs } from './program/open-logs.js';
import { keyOf, type ProgramProcess, startProcess } from './testing/program-process.js';
import { post, type SampleEvent, sample } from './testing/sample-events.js';

/** How often a projector is killed at each point; KILLS=20 for the long run. */
const KILLS = Number(process.env['KILLS'] ?? 1);

/** Where the projector stands when it is killed: the table and the lock that hold it there, and the statement that waits for it. */
const points: readonly (readonly [string, string, string, string])[] = [
  ['looks who asked', 'refold', 'access exclusive', 'select id, subject, partition from set_1.refold%'],
  ['reads what stands of the leads', 'deadline', 'access exclusive', 'select t.lead, t.step%set_1.deadline%'],
  ['moves its checkpoint', 'checkpoint', 'share', '%update set_1.checkpoint%'],
  ['writes the lead', 'lead', 'share', '%set_1.lead%'],
  ['writes which lead has gone', 'other_subject', 'share', '%set_1.other_subject%'],
  ['writes facts', 'fact', 'share', '%set_1.fact%'],
  ['writes deadlines', 'deadline', 'share', '%set_1.deadline%'],
  ['tells of the change', 'change', 'share', '%insert into set_1.change%'],
  ['strikes out who asked', 'refold', 'share', 'delete from set_1.refold%'],
];

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-refold-'));
const started: ProgramProcess[] = [];
const holders: Client[] = [];
let url: string;
let lives: ProgramProcess;
let projects: ProgramProcess;
let key: string;
let dataSource: DataSource;
let logs: OpenLogs;

const place = (name: string) => ({ dataFolder: path.join(parent, name), environment: { DATABASE_URL: url } });
async function begin(name: string, only: string): Promise<ProgramProcess> {
  const program = await startProcess(place(name), ['start', '--only', only]);
  started.push(program);
  return program;
}

beforeAll(async () => {
  url = await freshDatabase();
  lives = await begin('door', 'ingest,live');
  projects = await begin('projector', 'projector');
  key = await keyOf(place('door'));
  const parsed = parseSettings({ LEADCLOCK_DATA: parent, DATABASE_URL: url });
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  dataSource = await connect(url);
  logs = await openLogs(parsed.settings, url, createLogger('error'));
}, 120_000);
afterAll(async () => {
  for (const program of started) await program.kill9();
  await logs.close();
  await dataSource.destroy();
  rmSync(parent, { recursive: true, force: true });
});

afterEach(async () => {
  for (const client of holders.splice(0)) await client.end();
});

const send = async (...events: readonly SampleEvent[]): Promise<void> => {
  expect((await post(lives.url, key, events)).status).toBe(202);
};

/** A session that takes locks in one transaction, which ends with it. */
async function holder(): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  holders.push(client);
  await client.query('begin');
  return client;
}

const waits = (what: string, statement: string): Promise<unknown> =>
  until(`it waits where it ${what}`, async () => {
    const waiting = await dataSource.query<unknown[]>(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
      [statement],
    );
    return waiting.length > 0;
  });

const asked = async (): Promise<readonly string[]> => {
  const rows = await dataSource.query<{ subject: string }[]>('select distinct subject from set_1.refold order by subject');
  return rows.map(({ subject }) => subject);
};

const rootOfBob = async (): Promise<string | null> => {
  const rows = await dataSource.query<{ root: string }[]>(`select merged_into as root from set_1.other_subject where subject = 'bob'`);
  return rows[0]?.root ?? null;
};

async function isSound(): Promise<void> {
  const { eventsLog, configLog } = logs;
  await until('the projector has caught up', async () => {
    const { behind, sweeping, refolding } = await projectorStatus(dataSource, eventsLog, configLog);
    return behind === 0 && sweeping.length === 0 && refolding === 0;
  });
  expect(await verify({ dataSource, eventsLog, configLog })).toMatchObject({ differing: 0, differences: [], pendingSubjects: 0 });
}

/** The next merge of bob into ada, or its being taken back. */
let merges = 0;
async function merge(): Promise<string | null> {
  merges += 1;
  const into = merges % 2 === 1 ? 'ada' : null;
  await send(sample(`m${merges}`, 'lead.merged', 'bob', Date.now(), { into }));
  return into;
}

const rounds = Array.from({ length: KILLS }, (_, round) => round);

describe('a projector of merged leads', () => {
  beforeAll(async () => {
    const at = Date.now();
    await send(
      ...['ada', 'bob'].map((lead) => sample(`${lead}-c`, 'lead.created', lead, at, { origin: 'web_form' })),
      sample('bob-a', 'lead.assigned', 'bob', at + 1, { owner: 'luis' }),
    );
    await isSound();
  }, 120_000);

  it.each(rounds)(
    'that is killed while it stores a merge comes to the same rows, time %#',
    async () => {
      const before = await rootOfBob();
      const hold = await holder();
      await hold.query('lock table set_1.refold in share mode');
      const root = await merge();
      await waits('asks for the leads to be folded anew', 'with asked as%set_1.refold%');
      await projects.kill9();
      await hold.end();
      expect([await asked(), await rootOfBob()]).toEqual([[], before]);
      projects = await begin('projector', 'projector');
      await isSound();
      expect(await rootOfBob()).toBe(root);
    },
    120_000,
  );

  // an odd number of points: by turns a merge and its being taken back, and the other one in the next round
  it.each(rounds.flatMap((round) => points.map(([what, table, mode, statement]) => ({ what, table, mode, statement, round }))))(
    'that is killed between asking for leads to be folded anew and having done it, while it $what, comes to the same rows, time $round',
    async ({ what, table, mode, statement }) => {
      const before = await rootOfBob();
      const asking = await holder();
      await asking.query('lock table set_1.refold in share mode');
      const root = await merge();
      await waits('asks for the leads to be folded anew', 'with asked as%set_1.refold%');
      // whoever wants the same table stands in line behind the one who asks, so the merge is stored first
      const hold = await holder();
      const [backend] = (await hold.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      const held = hold.query(`lock table set_1.${table} in ${mode} mode`);
      await until('the lock is held or stands in line', async () => {
        const rows = await dataSource.query<unknown[]>('select 1 from pg_locks where pid = $1 and relation = $2::regclass', [
          backend?.pid,
          `set_1.${table}`,
        ]);
        return rows.length > 0;
      });
      await asking.end();
      await held;
      await waits(what, statement);
      await projects.kill9();
      await hold.end();
      expect(await asked()).toEqual(['ada', 'bob']);
      expect(await rootOfBob()).toBe(before);
      projects = await begin('projector', 'projector');
      await isSound();
      expect(await rootOfBob()).toBe(root);
    },
    120_000,
  );
});
