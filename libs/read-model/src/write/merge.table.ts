import type { MergeEdge } from '@leadclock/domain/merges/merge-edges.js';
import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';
import { insertRows } from './insert-rows.js';
import { clientOf } from './prepared.js';
import { type TableShape, TextRows } from './text-rows.js';

/** A lead.merged that counts, and where both leads lie; `intoPartition` null: it takes a merge back. */
export interface MergeRow extends MergeEdge {
  readonly partition: number;
  readonly intoPartition: number | null;
}

export const mergeShape: TableShape = {
  name: 'merge',
  key: 3,
  columns: {
    child: 'text',
    source: 'text',
    id: 'text',
    into_lead: 'text',
    happened_at: 'timestamptz',
    partition: 'smallint',
    into_partition: 'smallint',
  },
};

const mergeRows = (): TextRows<MergeRow> =>
  new TextRows(mergeShape, (row) => [row.child, row.source, row.id, row.into, timestamp(row.time), row.partition, row.intoPartition]);

/** These are all the merges of these leads now. */
export async function replaceMerges(em: EntityManager, set: string, children: readonly string[], rows: readonly MergeRow[]): Promise<void> {
  if (children.length === 0) return;
  await em.query(`delete from ${set}.merge where child = any($1)`, [arrayLiteral(children)]);
  await insertMerges(em, set, rows);
}

export async function insertMerges(em: EntityManager, set: string, rows: readonly MergeRow[]): Promise<void> {
  const text = mergeRows();
  for (const row of rows) text.push(row);
  await insertRows(await clientOf(em), set, text);
}

/** The leads of a partition that merges name, from one side or the other. */
export async function loadLinked(from: DataSource | EntityManager, set: string, partition: number): Promise<readonly string[]> {
  const rows = await from.query<{ subject: string }[]>(
    `select child as subject from ${set}.merge where partition = $1 union select into_lead from ${set}.merge where into_partition = $1`,
    [partition],
  );
  return rows.map(({ subject }) => subject);
}

/** All merges of these leads and of all that are tied to them by merges. */
export async function loadEdges(from: DataSource | EntityManager, set: string, leads: readonly string[]): Promise<readonly MergeEdge[]> {
  return from.query<MergeEdge[]>(
    `with recursive tied(lead) as (
       select unnest($1::text[]) collate "C"
       union
       select next.lead from tied cross join lateral (
         select into_lead as lead from ${set}.merge where child = tied.lead and into_lead is not null
         union all select child from ${set}.merge where into_lead = tied.lead) next)
     select child, into_lead as "into", (extract(epoch from happened_at) * 1000)::bigint as time, source, id
       from ${set}.merge where child in (select lead from tied)`,
    [arrayLiteral(leads)],
  );
}
