import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const STEP_MS = 20;
const STUCK_MS = 120_000;

/** A look at the read model from outside. */
export async function openReadModel(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = async (sql) => (await client.query(sql)).rows[0];
  const set = async () => (await ask('select name from current_set')).name;
  const done = async (name) => (await ask(`select coalesce(sum(next_offset), 0)::float8 as n from ${name}.checkpoint`)).n;
  return {
    ask,
    set,
    /** Waits until so many records of the log are in; `onStep` hears how many are, each time there are more. */
    async reach(wanted, onStep = () => {}) {
      const name = await set();
      let last = -1;
      let movedAt = performance.now();
      for (;;) {
        const now = await done(name);
        if (now > last) {
          last = now;
          movedAt = performance.now();
          onStep(now);
        }
        if (now >= wanted) return;
        if (performance.now() - movedAt > STUCK_MS) throw new Error(`the projector stopped at ${now} of ${wanted} records`);
        await pause(STEP_MS);
      }
    },
    async counts() {
      const name = await set();
      const tables = ['timeline', 'lead', 'fact', 'deadline', 'parked', 'conflict'];
      return ask(`select ${tables.map((table) => `(select count(*)::int from ${name}.${table}) as ${table}`).join(', ')}`);
    },
    async factsByKind() {
      const { rows } = await client.query(`select kind, count(*)::int as n from ${await set()}.fact group by kind order by n desc`);
      return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
    },
    close: () => client.end(),
  };
}

/** Makes a database of its own and answers its address. */
export async function newDatabase(serverUrl, name) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
