import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Makes an empty database of its own on the test server (DATABASE_URL, set by jest's global set-up) and answers its address. */
export async function freshDatabase(): Promise<string> {
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL is not set: run the test through jest, whose global set-up starts PostgreSQL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
