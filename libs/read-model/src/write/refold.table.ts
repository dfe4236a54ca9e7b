import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral } from './cell.js';
import { columnLiterals } from './key-rows.js';

/** LISTEN on this channel: leads wait to be folded anew. Only a wake-up. */
export const REFOLD_CHANNEL = 'leadclock_refold';

/** A lead whose rows must be made anew, from its events and those of the leads merged into it. */
export interface RefoldRow {
  readonly subject: string;
  readonly partition: number;
}

/** Insert only: one that waits already may be at work, from events that are older than those that ask for this one. */
export async function insertRefolds(em: EntityManager, set: string, rows: readonly RefoldRow[]): Promise<void> {
  if (rows.length === 0) return;
  await em.query(
    `with asked as (
       insert into ${set}.refold (subject, partition) select s, p from unnest($1::text[], $2::int[]) r(s, p) returning 1)
     select pg_notify($3, $4) from (select count(*) from asked) a`,
    [
      ...columnLiterals(
        rows.map(({ subject, partition }) => [subject, partition]),
        2,
      ),
      REFOLD_CHANNEL,
      set,
    ],
  );
}

/** The longest waiting of these partitions. */
export async function loadRefolds(
  em: EntityManager,
  set: string,
  partitions: readonly number[],
  limit: number,
): Promise<readonly (RefoldRow & { readonly id: number })[]> {
  return em.query(`select id, subject, partition from ${set}.refold where partition = any($1) order by id limit ${Math.trunc(limit)}`, [
    arrayLiteral(partitions),
  ]);
}

/** Exactly these are done; what was asked for since waits on. */
export async function deleteRefolds(em: EntityManager, set: string, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await em.query(`delete from ${set}.refold where id = any($1)`, [arrayLiteral(ids)]);
}

/** How many leads wait to be folded anew. */
export async function countRefolds(from: DataSource | EntityManager, set: string): Promise<number> {
  const [row] = await from.query<{ n: number }[]>(`select count(distinct subject) as n from ${set}.refold`);
  return row?.n ?? 0;
}
