import { Pool, type PoolConfig } from 'pg';
import {
  type EventLog,
  type Follower,
  type Following,
  LogGap,
  type LogRecord,
  LogUnavailable,
  type NewRecord,
  type PartitionRange,
} from '../event-log.js';
import type { LogLines } from '../log-lines.js';
import { partitionOf } from '../partition.js';
import { CHANNEL } from './channel.js';
import { EmbeddedFollowing } from './embedded-following.js';
import { prepareTopic } from './log-schema.js';
import { LogTable } from './log-table.js';

export interface EmbeddedLogSettings {
  /** Connection URL of the PostgreSQL database; the log makes a schema of its own in it, `log`. */
  readonly database: string;
  readonly topic: string;
  /** Stored when the topic is first used; later another number throws WrongPartitions. */
  readonly partitions: number;
  readonly logger: LogLines;
  /** After this many ms an append rejects with LogUnavailable; 2000 when left out. */
  readonly appendTimeoutMs?: number;
}

/** The event log on an append-only table. Makes its tables when they are not there; throws when the database cannot be reached. */
export async function createEmbeddedLog(settings: EmbeddedLogSettings): Promise<EventLog> {
  const { database, topic, partitions, logger, appendTimeoutMs = 2000 } = settings;
  // durable means on disk, and offsets need to see the lock's winner, whatever the database's own defaults are
  const common: PoolConfig = {
    connectionString: database,
    application_name: 'leadclock log',
    keepAlive: true,
    connectionTimeoutMillis: appendTimeoutMs,
  };
  const writers = new Pool({
    ...common,
    max: 2,
    statement_timeout: appendTimeoutMs,
    query_timeout: appendTimeoutMs + 500,
    options: '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed',
  });
  const readers = new Pool({ ...common, max: 4 });
  // a connection that dies while it is idle is not trouble: the pool makes another
  for (const pool of [writers, readers]) pool.on('error', (error) => logger.debug({ err: error, topic }, 'a connection of the log ended'));
  try {
    const id = await prepareTopic(readers, topic, partitions);
    return new EmbeddedLog(settings, new LogTable(readers, id, topic), writers, readers);
  } catch (error) {
    await Promise.all([writers.end(), readers.end()]);
    throw error;
  }
}

class EmbeddedLog implements EventLog {
  private readonly followings = new Set<EmbeddedFollowing>();
  private closing: Promise<void> | null = null;

  constructor(
    private readonly settings: EmbeddedLogSettings,
    private readonly table: LogTable,
    private readonly writers: Pool,
    private readonly readers: Pool,
  ) {}

  get topic(): string {
    return this.settings.topic;
  }

  get partitions(): number {
    return this.settings.partitions;
  }

  async append(records: readonly NewRecord[]): Promise<void> {
    if (records.length === 0) return;
    const places = records.map((record) => partitionOf(record.key, this.partitions));
    const keys = records.map((record) => record.key);
    const values = records.map((record) => record.value);
    try {
      await this.writers.query({
        name: 'append',
        text: 'select log.append($1, $2, $3, $4, $5)',
        values: [this.table.id, CHANNEL, places, keys, values],
      });
    } catch (error) {
      if (isRefusal(error)) throw error;
      throw new LogUnavailable(
        `${this.topic} did not take ${records.length} records: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }

  ranges(): Promise<readonly PartitionRange[]> {
    return this.table.ranges();
  }

  async read(partition: number, from: number, to: number, onBatch: (records: readonly LogRecord[]) => Promise<void>): Promise<void> {
    const range = await this.table.range(partition);
    if (from < range.first) throw new LogGap(this.topic, range, from);
    if (Math.max(from, to) > range.next) throw new LogGap(this.topic, range, Math.max(from, to));
    for (let position = from; position < to; ) {
      const records = await this.table.read(partition, position, to);
      const last = records.at(-1);
      if (last === undefined || records[0]?.offset !== position) throw new LogGap(this.topic, await this.table.range(partition), position);
      await onBatch(records);
      position = last.offset + 1;
    }
  }

  async follow(group: string | null, follower: Follower): Promise<Following> {
    const { database, topic, partitions, logger } = this.settings;
    const following = new EmbeddedFollowing({ database, topic, partitions, logger, group, follower, table: this.table });
    this.followings.add(following);
    return following;
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  private async letGo(): Promise<void> {
    await Promise.all([...this.followings].map((following) => following.stop()));
    await Promise.all([this.writers.end(), this.readers.end()]);
  }
}

/** The database looked at the records and will never take them (SQLSTATE class 22: a NUL byte, for one). */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
}
