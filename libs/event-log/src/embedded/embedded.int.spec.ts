import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@leadclock/runtime/postgres/start-postgres.js';
import { Client } from 'pg';
import { eventLogContract } from '../testing/event-log-contract.js';
import type { LogHarness } from '../testing/log-harness.js';
import { APPEND_TIMEOUT_MS } from '../testing/outage-contract.js';
import { silentLines } from '../testing/silent-lines.js';
import { openDoor } from '../testing/tcp-door.js';
import { createEmbeddedLog } from './embedded-log.js';

/** A server of our own, with fsync on: it gets killed. Behind a door, because it comes back on another port. */
async function startHarness(): Promise<LogHarness> {
  const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-log-'));
  const folder = path.join(parent, 'data');
  const door = await openDoor();
  let server = await startPostgres({ folder });
  const address = new URL(server.url);
  door.leadsTo(Number(address.port));
  address.port = String(door.port);
  const database = address.href;
  let topics = 0;
  return {
    freshTopic: async () => `topic-${topics++}`,
    open: (topic, partitions) =>
      createEmbeddedLog({ database, topic, partitions, logger: silentLines, appendTimeoutMs: APPEND_TIMEOUT_MS }),
    trim: async (topic, partition, first) => {
      const client = new Client({ connectionString: database });
      await client.connect();
      const ours = 'topic = (select id from log.topic where name = $1) and partition = $2';
      await client.query(`delete from log.record where ${ours} and "offset" < $3`, [topic, partition, first]);
      await client.query(`update log.partition set first = $3 where ${ours}`, [topic, partition, first]);
      await client.end();
    },
    killServer: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    restartServer: async () => {
      server = await startPostgres({ folder });
      door.leadsTo(Number(new URL(server.url).port));
    },
    end: async () => {
      await server.stop();
      await door.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

describe('the embedded log', () => eventLogContract(startHarness));
