import type { EntityManager } from 'typeorm';
import { deadlineShape } from '../write/deadline.table.js';
import { factShape } from '../write/fact.table.js';
import { leadShape, otherSubjectShape } from '../write/lead.table.js';
import { mergeShape } from '../write/merge.table.js';
import type { TableShape } from '../write/text-rows.js';
import { timelineShape } from '../write/timeline.table.js';
import { type ComparedShape, type ComparedTable, compareRows, type Differences, sameRows } from './compare-rows.js';

/** Tables whose rows are those of a subject, the column that names it first. */
export type SubjectTable = Exclude<ComparedTable, 'parked' | 'config_event'>;

const shapes: Readonly<Record<SubjectTable, ComparedShape>> = {
  timeline: ofSubject('timeline', timelineShape),
  lead: ofSubject('lead', leadShape),
  fact: ofSubject('fact', factShape),
  deadline: ofSubject('deadline', deadlineShape),
  other_subject: ofSubject('other_subject', otherSubjectShape),
  merge: ofSubject('merge', mergeShape),
  conflict: {
    table: 'conflict',
    key: 4,
    subject: 'subject',
    columns: { subject: 'text', source: 'text', id: 'text', digest: 'text' },
  },
};

function ofSubject(table: SubjectTable, { columns, key }: TableShape): ComparedShape {
  return { table, columns, key, subject: Object.keys(columns)[0] ?? 'subject' };
}

export const comparedTables: readonly SubjectTable[] = ['timeline', 'lead', 'fact', 'deadline', 'other_subject', 'conflict', 'merge'];

/** How the rows of `subjects` (a table with a column `subject`) stand in `actual`, compared with `expected`; both are schemas. */
export async function compareTable(
  em: EntityManager,
  table: SubjectTable,
  expected: string,
  actual: string,
  subjects: string,
  limit: number,
): Promise<Differences> {
  const shape = shapes[table];
  return compareRows(em, shape, { expected, actual, where: `${shape.subject} in (select subject from ${subjects})`, limit });
}

/** As `compareTable`, for tables that are most likely the same: whole tables are compared by a hash before their rows are. */
export async function countDifferences(
  em: EntityManager,
  table: SubjectTable,
  expected: string,
  actual: string,
  subjects: string,
): Promise<number> {
  const shape = shapes[table];
  const where = `${shape.subject} in (select subject from ${subjects})`;
  if (await sameRows(em, shape, { expected, actual, where })) return 0;
  return (await compareTable(em, table, expected, actual, subjects, 1)).count;
}

/** Subjects of `set` that are in none of `subjects`: rows that nothing in the log accounts for. */
export async function strangers(
  em: EntityManager,
  table: SubjectTable,
  set: string,
  subjects: string,
  limit: number,
): Promise<Differences> {
  const { subject } = shapes[table];
  const rows = await em.query<{ subject: string; total: number }[]>(
    `select *, count(*) over () as total from (select distinct t.${subject} as subject from ${set}.${table} t
      where not exists (select from ${subjects} s where s.subject = t.${subject})) d order by subject limit $1`,
    [limit],
  );
  return {
    count: rows[0]?.total ?? 0,
    first: rows.map((row) => ({ table, subject: row.subject, row: '', problem: 'unexpected', columns: [] })),
  };
}

/** Empty tables in pg_temp like those of the set, gone when the transaction ends. */
export async function createExpectedTables(em: EntityManager, set: string): Promise<void> {
  for (const table of comparedTables)
    await em.query(
      `create temp table ${table} on commit drop as select ${Object.keys(shapes[table].columns).join(', ')} from ${set}.${table} with no data`,
    );
}

export async function emptyExpectedTables(em: EntityManager): Promise<void> {
  await em.query(`truncate ${comparedTables.map((table) => `pg_temp.${table}`).join(', ')}`);
}

export async function analyzeExpectedTables(em: EntityManager): Promise<void> {
  for (const table of comparedTables) await em.query(`analyze pg_temp.${table}`);
}
