import type { CurrentSet } from '@leadclock/read-model/sets/current-set.js';
import type { BatchConnection } from '@leadclock/read-model/write/batch-connection.js';
import type { Change } from '@leadclock/read-model/write/change.table.js';
import type { Checkpoint, Move } from '@leadclock/read-model/write/checkpoint.table.js';
import { isUsual, type SetTransaction, sendSetRows, writeSetRows } from '@leadclock/read-model/write/set-rows.js';
import type { DataSource } from 'typeorm';
import type { FoldedBatch } from '../folding/folded-batch.js';
import type { OwnedPartition } from './owned-partitions.js';

/** Where a partition goes to by a batch; what is left out stays. */
export interface Step {
  readonly own: OwnedPartition;
  readonly nextOffset?: number;
  readonly configOffset?: number;
  /** how many records of the log it takes */
  readonly records?: number;
}

/** Plans the moves of a batch's checkpoints, on top of those that are planned already. */
export function planMoves(batch: FoldedBatch, steps: readonly Step[]): { moves: Move[]; changes: Change[] } {
  const moves: Move[] = [];
  const changes: Change[] = [];
  for (const { own, nextOffset, configOffset } of steps) {
    const from = own.planned;
    const subjects = batch.changed.get(own.partition);
    const alters = subjects !== undefined || (configOffset !== undefined && configOffset !== from.configOffset);
    const to: Checkpoint = {
      partition: own.partition,
      nextOffset: nextOffset ?? from.nextOffset,
      configOffset: configOffset ?? from.configOffset,
      changeNo: from.changeNo + (alters ? 1 : 0),
    };
    own.planned = to;
    moves.push({ from, to });
    if (alters) changes.push({ partition: own.partition, changeNo: to.changeNo, subjects: [...(subjects ?? [])] });
  }
  return { moves, changes };
}

/** Where a batch is written: large and unusual ones through the DataSource, the usual few rows through a connection of their own, if there is one. */
export interface WriteWays {
  readonly dataSource: DataSource;
  readonly few?: BatchConnection | undefined;
}

/** Writes a batch in one transaction: all of it, or nothing. */
export async function writeBatch(
  { dataSource, few }: WriteWays,
  { name, epoch }: CurrentSet,
  batch: FoldedBatch,
  { moves, changes }: { readonly moves: readonly Move[]; readonly changes: readonly Change[] },
): Promise<void> {
  const transaction: SetTransaction = { set: name, epoch, moves, changes, rows: batch.rows };
  if (few !== undefined && isUsual(batch.rows)) await few.transaction((client) => sendSetRows(client, transaction));
  else await dataSource.transaction((em) => writeSetRows(em, transaction));
}
