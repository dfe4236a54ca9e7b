import { type EventLog, gapAt } from '@leadclock/event-log/event-log.js';
import { type CurrentSet, currentSet } from '@leadclock/read-model/sets/current-set.js';
import { type Checkpoint, readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { loadLinked } from '@leadclock/read-model/write/merge.table.js';
import { loadParkedSubjects } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource } from 'typeorm';
import { configGap } from '../configuration/config-follower.js';
import { ProjectorStopped } from './trouble.js';

/** Where the partitions of the current set stand. */
export interface TakenUp {
  readonly set: CurrentSet;
  readonly checkpoints: ReadonlyMap<number, Checkpoint>;
  /** by partition: the subjects of which an event is parked */
  readonly parked: ReadonlyMap<number, readonly string[]>;
  /** by partition: the leads that merges name */
  readonly linked: ReadonlyMap<number, readonly string[]>;
}

export interface Logs {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
}

/**
 * Reads what a process must know to write these partitions. Throws ProjectorStopped when a log has not what the checkpoints need:
 * it lost its beginning, or it is another log. Nothing is skipped.
 */
export async function takeUp({ dataSource, eventsLog, configLog }: Logs, partitions: readonly number[]): Promise<TakenUp> {
  const { set, all, parked, linked } = await dataSource.transaction('REPEATABLE READ', async (em) => {
    const current = await currentSet(em);
    const marks = new Map<number, readonly string[]>();
    const merged = new Map<number, readonly string[]>();
    for (const partition of partitions) {
      marks.set(partition, await loadParkedSubjects(em, current.name, eventsLog.topic, partition));
      merged.set(partition, await loadLinked(em, current.name, partition));
    }
    return { set: current, all: await readCheckpoints(em, current.name), parked: marks, linked: merged };
  });
  const checkpoints = new Map(all.map((checkpoint) => [checkpoint.partition, checkpoint]));
  const ranges = await eventsLog.ranges();
  const configHead = (await configLog.ranges())[0]?.next ?? 0;
  for (const partition of partitions) {
    const checkpoint = checkpoints.get(partition);
    const range = ranges.find((one) => one.partition === partition);
    if (checkpoint === undefined || range === undefined)
      throw new ProjectorStopped(
        `${eventsLog.topic} partition ${partition} has no checkpoint in ${set.name}: the read model was made for another number of partitions; export, and import into an empty installation`,
      );
    const gap = gapAt(eventsLog.topic, range, checkpoint.nextOffset) ?? configGap(configLog, configHead, checkpoint.configOffset);
    if (gap !== null) throw new ProjectorStopped(gap.message, { cause: gap });
  }
  return { set, checkpoints, parked, linked };
}
