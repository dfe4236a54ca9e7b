import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { serverSettings } from './server-settings.js';
import { startPostgres } from './start-postgres.js';

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-pg-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
  } finally {
    await client.end();
  }
};

it('keeps what was committed through a kill -9, in a folder that only its owner may read', async () => {
  const folder = path.join(parent, 'data');
  const first = await startPostgres({ folder });
  await ask(first.url, 'create table kept as select 42 as answer');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;

  const second = await startPostgres({ folder });
  expect(await ask(second.url, 'select answer from kept')).toBe(42);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(`${folder}.password`).mode & 0o777).toBe(0o600);
  await second.stop();
});

it('refuses whoever does not know the password', async () => {
  const server = await startPostgres({ folder: path.join(parent, 'guarded') });
  const url = new URL(server.url);
  url.password = 'wrong';
  await expect(ask(url.href, 'select 1 as answer')).rejects.toThrow('password authentication failed');
  await server.stop();
});

it('is set for the writes of a small machine, and keeps every commit through a crash', async () => {
  const server = await startPostgres({ folder: path.join(parent, 'set'), flags: ['max_wal_size=1GB'] });
  const inForce = async (name: string) => ask(server.url, `select current_setting('${name}') as answer`);
  for (const setting of serverSettings) {
    const [name = '', value] = setting.split('=');
    // whoever starts it may know better
    expect([name, await inForce(name)]).toEqual([name, name === 'max_wal_size' ? '1GB' : value]);
  }
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) expect([name, await inForce(name)]).toEqual([name, 'on']);
  await server.stop();
});

it('is set in docker-compose.yml as here', () => {
  const flags = serverSettings.map((setting) => `"-c", "${setting}"`).join(', ');
  expect(readFileSync('docker-compose.yml', 'utf8')).toContain(`command: ["postgres", ${flags}]`);
});
