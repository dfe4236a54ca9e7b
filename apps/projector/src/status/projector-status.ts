import type { EventLog } from '@leadclock/event-log/event-log.js';
import { currentMadeSet, type Derivations } from '@leadclock/read-model/sets/derivation.js';
import { readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { countConflicts } from '@leadclock/read-model/write/conflict.table.js';
import { countParked } from '@leadclock/read-model/write/parked.table.js';
import { countRefolds } from '@leadclock/read-model/write/refold.table.js';
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
  readonly derivation: Derivations;
  readonly partitions: readonly PartitionStatus[];
  /** records of the log that are not in the read model yet, all partitions together */
  readonly behind: number;
  /** the configuration log: the earliest offset that it keeps, and that of its next record */
  readonly config: { readonly first: number; readonly head: number };
  /** partitions whose facts are not all made under the newest configuration yet */
  readonly sweeping: readonly number[];
  /** leads that merges concern and whose rows are still to be made anew */
  readonly refolding: number;
  readonly parked: number;
  readonly conflicts: number;
}

/** How far the read model is behind the log. Caught up: `behind` 0, `sweeping` empty and `refolding` 0. */
export async function projectorStatus(dataSource: DataSource, eventsLog: EventLog, configLog: EventLog): Promise<ProjectorStatus> {
  // the heads first: what is reported as done has been done
  const ranges = await eventsLog.ranges();
  const configRange = (await configLog.ranges())[0];
  const config = { first: configRange?.first ?? 0, head: configRange?.next ?? 0 };
  const { name, derivation } = await currentMadeSet(dataSource);
  const checkpoints = await readCheckpoints(dataSource, name);
  const partitions = ranges.map(({ partition, first, next: head }) => {
    const checkpoint = checkpoints.find((one) => one.partition === partition);
    return { partition, first, head, next: checkpoint?.nextOffset ?? 0, configOffset: checkpoint?.configOffset ?? 0 };
  });
  return {
    set: name,
    derivation,
    partitions,
    behind: partitions.reduce((sum, { head, next }) => sum + Math.max(0, head - next), 0),
    config,
    sweeping: partitions.filter(({ configOffset }) => configOffset < config.head).map(({ partition }) => partition),
    refolding: await countRefolds(dataSource, name),
    parked: await countParked(dataSource, name),
    conflicts: await countConflicts(dataSource, name),
  };
}
