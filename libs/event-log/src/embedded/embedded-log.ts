import type { EventLog } from '../event-log.js';
import type { LogLines } from '../log-lines.js';

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
export async function createEmbeddedLog(_settings: EmbeddedLogSettings): Promise<EventLog> {
  throw new Error('not yet');
}
