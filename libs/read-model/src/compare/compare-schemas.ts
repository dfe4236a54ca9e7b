import type { EntityManager } from 'typeorm';
import { deadlineShape } from '../write/deadline.table.js';
import { factShape } from '../write/fact.table.js';
import { leadShape } from '../write/lead.table.js';
import type { TableShape } from '../write/text-rows.js';
import { timelineShape } from '../write/timeline.table.js';

export type ComparedTable = 'timeline' | 'lead' | 'fact' | 'deadline';

/** A row that stands otherwise in the one schema than in the other. `row` is its key within the subject. */
export interface RowDifference {
  readonly table: ComparedTable;
  readonly subject: string;
  readonly row: string;
  readonly problem: 'missing' | 'unexpected' | 'different';
  /** columns that differ, for `different` */
  readonly columns: readonly string[];
}

export interface Differences {
  readonly count: number;
  /** the first `limit` of them */
  readonly first: readonly RowDifference[];
}

const shapes: Readonly<Record<ComparedTable, TableShape>> = {
  timeline: timelineShape,
  lead: leadShape,
  fact: factShape,
  deadline: deadlineShape,
};

/** Every table that holds rows of a subject, the column that names it first. */
export const comparedTables: readonly ComparedTable[] = ['timeline', 'lead', 'fact', 'deadline'];

/**
 * How the rows of `subjects` (a table with a column `subject`) stand in `actual`, compared with `expected`, column by column in PostgreSQL's
 * own types. Both are schemas: sets, or pg_temp.
 */
export async function compareTable(
  em: EntityManager,
  table: ComparedTable,
  expected: string,
  actual: string,
  subjects: string,
  limit: number,
): Promise<Differences> {
  const { columns, key } = shapes[table];
  const names = Object.keys(columns);
  const keys = names.slice(0, key);
  const subject = keys[0] ?? 'subject';
  const side = (schema: string): string =>
    `(select ${names.map(readable(columns)).join(', ')} from ${schema}.${table} where ${subject} in (select subject from ${subjects}))`;
  const differs = names.slice(key).map((name) => `case when e.${name} is distinct from a.${name} then '${name.replaceAll('"', '')}' end`);
  const rows = await em.query<{ subject: string; row: string; problem: RowDifference['problem']; columns: string[]; total: number }[]>(
    `select *, count(*) over () as total from (
       select coalesce(e.${subject}, a.${subject}) as subject,
              concat_ws(' ', ${
                keys
                  .slice(1)
                  .map((name) => `coalesce(e.${name}, a.${name})`)
                  .join(', ') || "''"
              }) as row,
              case when a.${subject} is null then 'missing' when e.${subject} is null then 'unexpected' else 'different' end as problem,
              array_remove(array[${differs.join(', ')}]::text[], null) as columns
         from ${side(expected)} e full join ${side(actual)} a on ${keys.map((name) => `e.${name} = a.${name}`).join(' and ')}) d
      where problem <> 'different' or cardinality(columns) > 0
      order by subject, row limit $1`,
    [limit],
  );
  return {
    count: rows[0]?.total ?? 0,
    first: rows.map((row) => ({
      table,
      subject: row.subject,
      row: row.row,
      problem: row.problem,
      columns: row.problem === 'different' ? row.columns : [],
    })),
  };
}

/** json has no equality; its text has. */
const readable =
  (columns: TableShape['columns']) =>
  (name: string): string =>
    columns[name] === 'json' ? `${name}::text as ${name}` : name;

/** Subjects of `set` that are in none of `subjects`: rows that nothing in the log accounts for. */
export async function strangers(
  em: EntityManager,
  table: ComparedTable,
  set: string,
  subjects: string,
  limit: number,
): Promise<Differences> {
  const subject = Object.keys(shapes[table].columns)[0] ?? 'subject';
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
