import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral } from './cell.js';
import { insertRows } from './insert-rows.js';
import { clientOf } from './prepared.js';
import { type TableShape, TextRows } from './text-rows.js';

/** A version of an event that does not count, because another one of the same identity does. */
export interface ConflictRow {
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  readonly digest: string;
}

const shape: TableShape = { name: 'conflict', key: 4, columns: { subject: 'text', source: 'text', id: 'text', digest: 'text' } };

/** These are all the conflicts of these subjects now. */
export async function replaceConflicts(
  em: EntityManager,
  set: string,
  subjects: readonly string[],
  rows: readonly ConflictRow[],
): Promise<void> {
  if (subjects.length === 0) return;
  await em.query(`delete from ${set}.conflict where subject = any($1)`, [arrayLiteral(subjects)]);
  await insertConflicts(em, set, rows);
}

export async function insertConflicts(em: EntityManager, set: string, rows: readonly ConflictRow[]): Promise<void> {
  const text = new TextRows<ConflictRow>(shape, (row) => [row.subject, row.source, row.id, row.digest]);
  for (const row of rows) text.push(row);
  await insertRows(await clientOf(em), set, text);
}

export async function countConflicts(from: DataSource | EntityManager, set: string): Promise<number> {
  const [row] = await from.query<{ n: number }[]>(`select count(*) as n from ${set}.conflict`);
  return row?.n ?? 0;
}
