import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { DataSource } from 'typeorm';

export interface PartitionStatus {
  readonly partition: number;
  /** the earliest offset that the log keeps */
  readonly first: number;
  /** the offset that the next record of the log will get */
  readonly head: number;
  /** the offset that the projector goes on from */
  readonly next: number;
  /** the facts of this partition are made under the configuration up to this offset of the configuration log */
  readonly configOffset: number;
}

export interface ProjectorStatus {
  readonly set: string;
  readonly partitions: readonly PartitionStatus[];
  /** records of the log that are not in the read model yet, all partitions together */
  readonly behind: number;
  /** head of the configuration log */
  readonly configHead: number;
  /** partitions whose facts are not all made under the newest configuration yet */
  readonly sweeping: readonly number[];
  readonly parked: number;
  readonly conflicts: number;
}

/** How far the read model is behind the log. Caught up: `behind` 0 and `sweeping` empty. */
export async function projectorStatus(_dataSource: DataSource, _eventsLog: EventLog, _configLog: EventLog): Promise<ProjectorStatus> {
  throw new Error('not yet');
}
