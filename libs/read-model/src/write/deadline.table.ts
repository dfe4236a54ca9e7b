import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';
import { eachBySubject } from './each-by-subject.js';
import { KeyRows } from './key-rows.js';
import { type TableShape, TextRows } from './text-rows.js';

export interface DeadlineRow {
  readonly lead: string;
  readonly step: string;
  /** epoch milliseconds */
  readonly dueAt: number;
  /** as `nameText` of libs/domain/src/alerts writes them */
  readonly policy: string;
  readonly clock: string;
}

/** `id` and `written_at` are the database's. A deadline that moves is another one: it gets another id. */
export const deadlineShape: TableShape = {
  name: 'deadline',
  key: 2,
  columns: { lead: 'text', step: 'text', due_at: 'timestamptz', policy: 'text', clock: 'text' },
};

export const deadlineRows = (): TextRows<DeadlineRow> =>
  new TextRows(deadlineShape, (row) => [row.lead, row.step, timestamp(row.dueAt), row.policy, row.clock]);

export const deadlineKeys = (): KeyRows<DeadlineRow> => new KeyRows(deadlineShape.key, (row) => [row.lead, row.step]);

export async function loadDeadlines(
  from: DataSource | EntityManager,
  set: string,
  subjects: readonly string[],
): Promise<readonly DeadlineRow[]> {
  return from.query<DeadlineRow[]>(
    `select t.lead, t.step, (extract(epoch from t.due_at) * 1000)::bigint as "dueAt", t.policy, t.clock from ${eachBySubject(`${set}.deadline`, 'lead')} t`,
    [arrayLiteral(subjects)],
  );
}
