import path from 'node:path';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { errorCode } from '@leadclock/runtime/error-code.js';
import { type EmbeddedPostgres, startPostgres } from '@leadclock/runtime/postgres/start-postgres.js';
import type { Settings } from '@leadclock/runtime/settings.js';
import type { DataSource } from 'typeorm';

export interface OpenDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Resolves when the embedded server has ended by itself; never for a server of somebody else's. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Opens DATABASE_URL, or starts the embedded PostgreSQL of the data folder, and brings its tables up to date. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const embedded = settings.databaseUrl === null ? await startPostgres({ folder: path.join(settings.dataFolder, 'postgres') }) : null;
  const url = embedded?.url ?? settings.databaseUrl ?? '';
  try {
    const dataSource = await connect(url);
    return { url, dataSource, lost: lostOf(embedded), close: () => closeAll(dataSource, embedded) };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Connects to a database that is there, and brings its tables up to date. */
export async function connect(url: string): Promise<DataSource> {
  const dataSource = createDataSource(url);
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw new Error(`DATABASE_URL: ${adviceOf(error)}`, { cause: error });
  }
}

function adviceOf(error: unknown): string {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'ECONNREFUSED') return `nothing answers at that address (${message}): start PostgreSQL, or correct host and port`;
  if (code === '28P01' || code === '28000') return `the server refuses this user or password (${message})`;
  if (code === '3D000') return `${message}: create it with CREATE DATABASE, or name another`;
  if (code === '42501')
    return `${message}: the user needs the right to create schemas (GRANT CREATE ON DATABASE … TO …) and tables in schema public`;
  return message;
}

function lostOf(embedded: EmbeddedPostgres | null): Promise<void> {
  return embedded?.ended ?? new Promise(() => {});
}

async function closeAll(dataSource: DataSource, embedded: EmbeddedPostgres | null): Promise<void> {
  await dataSource.destroy();
  await embedded?.stop();
}
