import { ensureApiKey } from '@leadclock/identity/api-key.js';
import { openInstallation } from '@leadclock/read-model/installation.js';
import { pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { databaseTime } from '@leadclock/read-model/queries/feed.query.js';
import { claimDataFolder } from '@leadclock/runtime/data-folder.js';
import { errorCode } from '@leadclock/runtime/error-code.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type AppName, appNames } from './app-names.js';
import { createApp } from './create-app.js';
import { openDatabase } from './open-database.js';
import { openLogs } from './open-logs.js';

export interface RunningProgram {
  readonly url: string;
  readonly databaseUrl: string;
  /** Resolves with the reason when the program cannot go on. */
  readonly lost: Promise<string>;
  /** Stops taking events, lets what was accepted reach the log, then closes everything in the order of its use. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly apps?: readonly AppName[];
  readonly clock?: () => number;
  /** it is a demo, and its screens say so */
  readonly demo?: boolean;
  /** what the database says that time it is; another one for programs whose time is moved by hand */
  readonly askDatabaseTime?: (dataSource: DataSource) => Promise<number>;
}

/** Starts everything in one process. What was opened is closed again when a later step fails. */
export async function startProgram({
  settings,
  logger,
  apps = appNames,
  clock = Date.now,
  demo = false,
  askDatabaseTime = databaseTime,
}: StartOptions): Promise<RunningProgram> {
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const folder = claimDataFolder(settings.dataFolder);
    closers.push(() => folder.release());
    const database = await openDatabase(settings);
    closers.push(database.close);
    const logs = await openLogs(settings, database.url, logger, settings.dataFolder);
    closers.push(logs.close);
    await openInstallation(database.dataSource, { partitions: logs.eventsLog.partitions });
    const key = await ensureApiKey(settings.dataFolder, database.dataSource);
    if (key.outcome !== 'kept')
      logger.info({ file: key.file, outcome: key.outcome }, 'the API key for POST /v1/events is ready: leadclock key show prints it');
    await pushKeys(database.dataSource);
    const { eventsLog, configLog } = logs;
    const parts = { settings, dataSource: database.dataSource, eventsLog, configLog, logger, clock, askDatabaseTime };
    const app = await createApp(apps, parts, demo);
    closers.push(() => app.close());
    const url = await listen(app, settings);
    folder.announce({
      url,
      databaseUrl: database.url,
      log: { kafka: settings.kafka, topic: settings.topic, configTopic: settings.configTopic },
    });
    return { url, databaseUrl: database.url, lost: database.lost.then(() => 'the embedded PostgreSQL has ended'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { host, port }: Settings): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') {
      throw new Error(`PORT ${port} is in use on ${host}: set PORT to a free one, or end the program that holds it`, { cause: error });
    }
    throw error;
  }
  const address = app.getHttpServer().address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}
