import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { DataSource } from 'typeorm';

export interface Progress {
  readonly partition: number;
  readonly partitions: number;
  /** records read of this partition in this pass, and how many there are */
  readonly done: number;
  readonly of: number;
}

export interface VerifyAsked {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly onProgress?: (progress: Progress) => void;
}

/** A row of the read model that is not what the log says. `row` is the key of the row within its subject. */
export interface Difference {
  readonly table: 'timeline' | 'lead' | 'fact' | 'deadline';
  readonly subject: string;
  readonly row: string;
  readonly problem: 'missing' | 'unexpected' | 'different';
  /** columns that differ, for `different` */
  readonly columns: readonly string[];
}

/** A subject that cannot be judged now, and why. */
export interface PendingSubject {
  readonly subject: string;
  readonly reason: 'parked' | 'sweep' | 'fold';
}

export interface VerifyReport {
  readonly set: string;
  /** events of the log that the comparison covers */
  readonly events: number;
  readonly subjects: number;
  /** how many differences there are */
  readonly differing: number;
  /** the first 100 of them */
  readonly differences: readonly Difference[];
  readonly pendingSubjects: number;
  /** the first 100 of them */
  readonly pending: readonly PendingSubject[];
}

/**
 * Recomputes every subject from the log up to exactly the checkpoints and compares with what the read model holds in the same snapshot.
 * Runs beside a running projector and changes nothing.
 */
export async function verify(_asked: VerifyAsked): Promise<VerifyReport> {
  throw new Error('not yet');
}
