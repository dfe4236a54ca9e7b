import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { BaseLogger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Progress } from '../verify/verify.js';

export interface RebuildAsked {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly logger: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  readonly onProgress?: (progress: Progress) => void;
}

export interface RebuildReport {
  readonly from: string;
  readonly to: string;
  readonly events: number;
  /** leads that both sets had at the same events, and how many of them have other rows now */
  readonly compared: number;
  readonly differing: number;
  /** sets that were dropped: all but the new one and the one before it */
  readonly dropped: readonly string[];
}

/** Fills a new set from the log beside the running projector, catches up with it, and makes it the current one. */
export async function rebuild(_asked: RebuildAsked): Promise<RebuildReport> {
  throw new Error('not yet');
}
