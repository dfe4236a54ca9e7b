import type { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { columnLiterals } from './key-rows.js';
import { prepared } from './prepared.js';

/** How far a partition is: what the next record of the log is, under which configuration its facts were made, and its last change. */
export interface Checkpoint {
  readonly partition: number;
  readonly nextOffset: number;
  readonly configOffset: number;
  readonly changeNo: number;
}

/** Another writer moved a checkpoint, or the set was replaced: nothing of this transaction may stay. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor(readonly partitions: readonly number[]) {
    super(`the checkpoint of partition ${partitions.join(', ')} is not where this process left it`);
  }
}

const SELECT = 'select partition, next_offset as "nextOffset", config_offset as "configOffset", change_no as "changeNo"';

export async function readCheckpoints(from: DataSource | EntityManager, set: string): Promise<readonly Checkpoint[]> {
  return from.query<Checkpoint[]>(`${SELECT} from ${set}.checkpoint order by partition`);
}

/** As `readCheckpoints`, and nobody else moves them until the transaction ends. */
export async function lockCheckpoints(em: EntityManager, set: string): Promise<readonly Checkpoint[]> {
  return em.query<Checkpoint[]>(`${SELECT} from ${set}.checkpoint order by partition for update`);
}

export interface Move {
  readonly from: Checkpoint;
  readonly to: Checkpoint;
}

/**
 * Moves checkpoints that are exactly where `from` says, all or none: throws CheckpointMoved otherwise. Rows are locked in ascending
 * order, so that writers wait for each other instead of deadlocking. First statement of a transaction: whoever lost learns it before he writes.
 */
export async function moveCheckpoints(client: Client, set: string, moves: readonly Move[]): Promise<void> {
  const rows = moves.map(({ from, to }) => [
    from.partition,
    from.nextOffset,
    from.configOffset,
    from.changeNo,
    to.nextOffset,
    to.configOffset,
    to.changeNo,
  ]);
  const answer = await prepared<{ partition: number }>(
    client,
    `with mine as (
       select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
         m(partition, from_next, from_config, from_change, next_offset, config_offset, change_no)),
     locked as materialized (
       select c.partition from ${set}.checkpoint c where c.partition = any($1::int[]) order by c.partition for update)
     update ${set}.checkpoint c
        set next_offset = m.next_offset, config_offset = m.config_offset, change_no = m.change_no
       from mine m join locked using (partition)
      where c.partition = m.partition and c.next_offset = m.from_next and c.config_offset = m.from_config and c.change_no = m.from_change
      returning c.partition`,
    columnLiterals(rows, 7),
  );
  const moved = new Set(answer.rows.map(({ partition }) => partition));
  const stuck = moves.map(({ from }) => from.partition).filter((partition) => !moved.has(partition));
  if (stuck.length > 0) throw new CheckpointMoved(stuck);
}

/** Sets the checkpoint of a set that nobody else writes yet. */
export async function setCheckpoint(
  dataSource: DataSource,
  set: string,
  { partition, nextOffset, configOffset, changeNo }: Checkpoint,
): Promise<void> {
  await dataSource.query(`update ${set}.checkpoint set next_offset = $2, config_offset = $3, change_no = $4 where partition = $1`, [
    partition,
    nextOffset,
    configOffset,
    changeNo,
  ]);
}
