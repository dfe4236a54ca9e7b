import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { createEmbeddedLog } from '@leadclock/event-log/embedded/embedded-log.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { ensureApiKey, readApiKey } from '@leadclock/identity/api-key.js';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { RuntimeModule } from '@leadclock/runtime/runtime.module.js';
import { parseSettings } from '@leadclock/runtime/settings.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { IngestModule } from '../ingest.module.js';
import { prepareIngest } from '../prepare-ingest.js';
import { MoodyLog } from './moody-log.js';

@Module({})
class TestModule {}

export const NOW = Date.UTC(2026, 10, 24, 10);

export interface OpenDoor {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly key: string;
  readonly dataFolder: string;
  readonly dataSource: DataSource;
  readonly eventsLog: MoodyLog;
  readonly configLog: MoodyLog;
  /** everything that was logged, at every level */
  readonly logged: () => string;
  /** sets the clock of the door */
  readonly at: (now: number) => void;
  /** posts to /v1/events with the right key, unless a header says otherwise */
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** A door on a port of its own, with a database and an embedded log of its own. */
export async function openDoor(environment: Readonly<Record<string, string>> = {}): Promise<OpenDoor> {
  const database = await freshDatabase();
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-door-'));
  let log = '';
  const logger = pino({ level: 'trace' }, new Writable({ write: (piece, _encoding, done) => done(void (log += String(piece))) }));
  const dataSource = await createDataSource(database).initialize();
  await migrate(dataSource);
  await ensureApiKey(dataFolder, dataSource);
  const eventsLog = new MoodyLog(await createEmbeddedLog({ database, topic: 'leadclock.events', partitions: 12, logger }));
  const configLog = new MoodyLog(await createEmbeddedLog({ database, topic: 'leadclock.config', partitions: 1, logger }));
  const parsed = parseSettings({ LEADCLOCK_DATA: dataFolder, DATABASE_URL: database, PORT: '0', ...environment });
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  let now = NOW;
  const runtime = RuntimeModule.with({
    settings: parsed.settings,
    dataSource,
    eventsLog,
    configLog,
    logger,
    clock: () => now,
    askDatabaseTime: async () => now,
  });
  const module = { module: TestModule, imports: [runtime, IngestModule] };
  // looks for senders that are late every 100 ms, not every 30 s
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 2_400 },
    http: { connectionsCheckingInterval: 100 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false });
  await prepareIngest(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const key = readApiKey(dataFolder) ?? '';
  return {
    app,
    url,
    key,
    dataFolder,
    dataSource,
    eventsLog,
    configLog,
    logged: () => log,
    at: (instant) => {
      now = instant;
    },
    post: async (body, headers = {}) => {
      const given = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
      const sent =
        typeof body === 'string' || Buffer.isBuffer(body)
          ? new Blob([typeof body === 'string' ? body : new Uint8Array(body)])
          : JSON.stringify(body);
      return answered(await fetch(`${url}/v1/events`, { method: 'POST', headers: given, body: sent }));
    },
    close: async () => {
      await app.close();
      await Promise.all([eventsLog.close(), configLog.close(), dataSource.isInitialized ? dataSource.destroy() : undefined]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // the test looks at the text then
  }
  return { status: response.status, headers: response.headers, text, body };
}

/** Everything in a log, partition after partition. */
export async function contentOf(log: EventLog): Promise<{ key: string | null; value: string }[]> {
  const records: { key: string | null; value: string }[] = [];
  for (const { partition, first, next } of await log.ranges()) {
    await log.read(partition, first, next, async (batch) => {
      for (const { key, value } of batch) records.push({ key, value: value?.toString('utf8') ?? '' });
    });
  }
  return records;
}

/** The ids of the events in a log, sorted; an event that lies there twice is there twice. */
export const idsIn = async (log: EventLog): Promise<string[]> =>
  (await contentOf(log)).map(({ value }) => String(Object(JSON.parse(value)).id)).sort();

/** A lead.created as a sender writes it. */
export const created = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  specversion: '1.0',
  id,
  source: '/web',
  type: 'lead.created',
  subject: `lead-${id}`,
  time: '2026-11-24T09:59:00Z',
  data: { origin: 'paid_search' },
  ...more,
});
