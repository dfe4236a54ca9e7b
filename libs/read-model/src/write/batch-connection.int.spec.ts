import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { BatchConnection } from './batch-connection.js';

let url: string;
let db: DataSource;
let connection: BatchConnection;
beforeAll(async () => {
  url = await freshDatabase();
  db = await createDataSource(url).initialize();
  await db.query('create table note (name text primary key)');
  connection = new BatchConnection(url, 'few rows');
});
beforeEach(() => db.query('truncate note'));
afterAll(async () => {
  await connection.close();
  await db.destroy();
});

const insert = (client: Client, name: string): Promise<unknown> => client.query('insert into note values ($1)', [name]);
const names = async (): Promise<readonly string[]> =>
  (await db.query<{ name: string }[]>('select name from note order by name')).map(({ name }) => name);

describe('a transaction whose statements are sent together', () => {
  it('is written as a whole, in their order', async () => {
    await connection.transaction((client) => [
      insert(client, 'a'),
      client.query(`update note set name = name || 'b'`),
      insert(client, 'c'),
    ]);
    expect(await names()).toEqual(['ab', 'c']);
  });

  it('leaves nothing when one of them fails, says what the first one that failed said, and the next transaction is well', async () => {
    const failing = connection.transaction((client) => [
      insert(client, 'a'),
      insert(client, 'a'),
      client.query('select 1 / 0'),
      insert(client, 'b'),
    ]);
    await expect(failing).rejects.toThrow('duplicate key');
    expect(await names()).toEqual([]);
    await connection.transaction((client) => [insert(client, 'c')]);
    expect(await names()).toEqual(['c']);
  });

  it('leaves nothing when the caller finds an answer wrong', async () => {
    const stop = new Error('another writer was there');
    const wrong = async (client: Client): Promise<void> => {
      await client.query('select 1');
      throw stop;
    };
    await expect(connection.transaction((client) => [wrong(client), insert(client, 'a'), insert(client, 'a')])).rejects.toBe(stop);
    expect(await names()).toEqual([]);
  });

  it('leaves nothing when its connection is cut off in the middle, and the next one opens another', async () => {
    const cut = connection.transaction((client) => [insert(client, 'a'), client.query('select pg_terminate_backend(pg_backend_pid())')]);
    await expect(cut).rejects.toThrow(/terminat/);
    expect(await names()).toEqual([]);
    await connection.transaction((client) => [insert(client, 'b')]);
    expect(await names()).toEqual(['b']);
  });

  it('looks rows up by their keys a second after their table was empty, whatever was planned then', async () => {
    let now = 0;
    const own = new BatchConnection(url, 'plans', () => now);
    await db.query('create table tale (name text, n int, primary key (name, n)) with (autovacuum_enabled = off); analyze tale');
    const text = 'update tale t set n = -t.n from unnest($1::text[], $2::int[]) k(name, n) where t.name = k.name and t.n = k.n';
    const change = (client: Client) =>
      client.query({
        name: 'change',
        text,
        values: [
          ['a', 'b'],
          [1, 2],
        ],
      });
    const plan = async (client: Client, told: (plan: string) => void) => {
      const { rows } = await client.query<Record<string, string>>(`explain execute change('{a,b}', '{1,2}')`);
      told(rows.map((row) => row['QUERY PLAN']).join(' '));
    };
    const plans: string[] = [];
    // after five plans of its own for each call PostgreSQL keeps one for all
    for (let i = 0; i < 8; i++) await own.transaction((client) => [change(client)]);
    await db.query(`insert into tale select 'lead-' || i, i from generate_series(1, 20000) i`);
    await own.transaction((client) => [plan(client, (told) => plans.push(told))]);
    now = 1_000;
    await own.transaction((client) => [plan(client, (told) => plans.push(told))]);
    await own.close();
    expect(plans).toEqual([expect.stringContaining('Seq Scan on tale'), expect.not.stringContaining('Seq Scan on tale')]);
  });

  it('opens another connection when the one it had was ended between two transactions', async () => {
    await connection.transaction((client) => [insert(client, 'a')]);
    const ended = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'few rows' and datname = current_database()`;
    expect(await db.query(ended)).toHaveLength(1);
    // whether it has heard of the end by now or meets it first: it fails at most once
    await connection.transaction((client) => [insert(client, 'b')]).catch(() => undefined);
    await connection.transaction((client) => [insert(client, 'c')]);
    expect(await names()).toContain('c');
  });
});
