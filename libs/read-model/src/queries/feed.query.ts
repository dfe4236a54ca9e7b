import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral } from '../write/cell.js';
import { eachBySubject } from '../write/each-by-subject.js';
import { askPrepared } from '../write/prepared.js';
import type { Snapshot } from './snapshot.js';

/** How far a partition's change feed is, and under which configuration its facts were made. */
export interface FeedPosition {
  readonly partition: number;
  readonly changeNo: number;
  readonly configOffset: number;
}

/** Subjects come as JSON: `pg` reads an array of its own at ten times the cost. */
export interface FeedChange {
  readonly partition: number;
  readonly changeNo: number;
  readonly epoch: number;
  readonly subjects: readonly string[];
}

export function feedPositions({ em, set }: Snapshot): Promise<FeedPosition[]> {
  return em.query<FeedPosition[]>(
    `select partition, change_no as "changeNo", config_offset as "configOffset" from ${set.name}.checkpoint order by partition`,
  );
}

/** Where the feed of this set stands and which epoch is read, by one statement: for those who ask often whether anything is new. */
export async function feedHeads(dataSource: DataSource, set: string): Promise<{ epoch: number | null; positions: FeedPosition[] }> {
  const rows = await dataSource.query<(FeedPosition & { epoch: number })[]>(
    `select epoch, partition, change_no as "changeNo", config_offset as "configOffset"
       from ${set}.checkpoint, (select epoch from current_set) reading order by partition`,
  );
  return { epoch: rows[0]?.epoch ?? null, positions: rows };
}

/**
 * The changes after these positions, in order; at most `limit`, so that a reader far behind does not read what it will not use. Partition by
 * partition along the key: in one join the planner takes `>` for a third of an hour's changes and reads all of them, dozens of times a second.
 */
export function changesAfter({ em, set }: Snapshot, positions: readonly FeedPosition[], limit: number): Promise<FeedChange[]> {
  return em.query<FeedChange[]>(
    `select c.partition, c.change_no as "changeNo", c.epoch, to_json(c.subjects) as subjects
       from unnest($1::int[], $2::bigint[]) seen(partition, change_no)
      cross join lateral (select * from ${set.name}.change c where c.partition = seen.partition and c.change_no > seen.change_no
                           order by c.change_no limit ${Math.trunc(limit)}) c
      order by c.partition, c.change_no limit ${Math.trunc(limit)}`,
    [positions.map(({ partition }) => partition), positions.map(({ changeNo }) => changeNo)],
  );
}

/** What has changed since: where the feed stands, which epoch is read, and the subjects, each perhaps several times. */
export interface FeedNews {
  readonly reading: number | null;
  readonly heads: readonly FeedPosition[];
  /** null: a change is missing between a position and its head, or is of another epoch, or there are more than the limit */
  readonly subjects: readonly string[] | null;
}

/**
 * Where the feed stands, which epoch is read, and whose rows have changed after these positions, at most `limit` changes of a partition: all by one
 * statement. A row a partition, with its changes in one cell: who asks several times a second would read hundreds of rows otherwise.
 */
export async function feedSince(from: EntityManager, set: string, positions: readonly FeedPosition[], limit: number): Promise<FeedNews> {
  interface Row extends FeedPosition {
    readonly reading: number;
    /** null: the partition has no position to begin at */
    readonly whole: boolean | null;
    /** null: nothing is new in this partition */
    readonly changes: readonly (readonly string[])[] | null;
  }
  const rows = await askPrepared<Row>(
    from,
    `select h.partition, h.change_no as "changeNo", h.config_offset as "configOffset", r.epoch as reading,
            c.number = h.change_no - seen.change_no and c.same as whole, c.changes
       from ${set}.checkpoint h cross join current_set r
       left join unnest($1::int[], $2::bigint[]) seen(partition, change_no) on seen.partition = h.partition
      cross join lateral (
         select count(*) as number, coalesce(bool_and(c.epoch = r.epoch), true) as same, json_agg(c.subjects order by c.change_no) as changes
           from (select * from ${set}.change where partition = h.partition and change_no > seen.change_no
                  order by change_no limit ${Math.trunc(limit)}) c) c
      order by h.partition`,
    [arrayLiteral(positions.map(({ partition }) => partition)), arrayLiteral(positions.map(({ changeNo }) => changeNo))],
  );
  return {
    reading: rows[0]?.reading ?? null,
    heads: rows.map(({ partition, changeNo, configOffset }) => ({ partition, changeNo, configOffset })),
    subjects: rows.every(({ whole }) => whole === true) ? rows.flatMap(({ changes }) => (changes ?? []).flat()) : null,
  };
}

/**
 * When the latest event of these subjects was heard, epoch milliseconds (null: they have none), and whether leads wait to be folded anew
 * because of a merge: figures still move then.
 */
export async function lastHeard(
  { em, set }: Snapshot,
  subjects: readonly string[],
): Promise<{ readonly at: number | null; readonly refolding: boolean }> {
  const [row] = await em.query<{ at: number | null; refolding: boolean }[]>(
    `select (select extract(epoch from max(t.recorded_at))::float8 * 1000 from ${eachBySubject(`${set.name}.timeline`)} t) as at,
            exists (select from ${set.name}.refold) as refolding`,
    [subjects],
  );
  return row ?? { at: null, refolding: false };
}

/** The database's clock, epoch milliseconds. */
export async function databaseTime(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ now: number }[]>('select extract(epoch from clock_timestamp())::float8 * 1000 as now');
  return row?.now ?? Number.NaN;
}
