import type { EntityManager } from 'typeorm';

export type ComparedTable = 'timeline' | 'lead' | 'fact' | 'deadline' | 'other_subject' | 'conflict' | 'merge' | 'parked' | 'config_event';
export type Problem = 'missing' | 'unexpected' | 'different';

/** A row that stands otherwise in the one schema than in the other. `row` is its key within the subject. */
export interface RowDifference {
  readonly table: ComparedTable;
  readonly subject: string;
  readonly row: string;
  readonly problem: Problem;
  /** columns that differ, for `different` */
  readonly columns: readonly string[];
}

export interface Differences {
  readonly count: number;
  /** the first `limit` of them */
  readonly first: readonly RowDifference[];
}

/** What is compared of a table: its columns with their types, the first `key` of them its key; `subject` names the one that says whose row it is. */
export interface ComparedShape {
  readonly table: ComparedTable;
  readonly key: number;
  readonly subject: string;
  readonly columns: Readonly<Record<string, string>>;
}

export interface RowsAsked {
  /** schemas: sets, or pg_temp */
  readonly expected: string;
  readonly actual: string;
  /** which rows of either side, as a condition on their columns with its parameters from $1 on */
  readonly where: string;
  readonly values?: readonly (string | number)[];
  /** left out: all */
  readonly problems?: readonly Problem[];
  readonly limit: number;
}

/** How the rows stand in `actual`, compared with `expected`, column by column in PostgreSQL's own types. */
export async function compareRows(em: EntityManager, shape: ComparedShape, asked: RowsAsked): Promise<Differences> {
  const { table, key, subject } = shape;
  const { expected, actual, where, values = [], problems = ['missing', 'unexpected', 'different'], limit } = asked;
  const names = Object.keys(shape.columns);
  const keys = names.slice(0, key);
  const first = keys[0] ?? subject;
  const side = (schema: string): string =>
    `(select ${names.map(readable(shape.columns)).join(', ')} from ${schema}.${table} where ${where})`;
  const either = (name: string): string => `coalesce(e.${name}, a.${name})`;
  const row = keys.filter((name) => name !== subject).map(either);
  const differs = names.slice(key).map((name) => `case when e.${name} is distinct from a.${name} then '${name.replaceAll('"', '')}' end`);
  const rows = await em.query<{ subject: string; row: string; problem: Problem; columns: string[]; total: number }[]>(
    `select *, count(*) over () as total from (
       select coalesce(${either(subject)}, '') as subject,
              concat_ws(' ', ${row.join(', ') || "''"}) as row,
              case when a.${first} is null then 'missing' when e.${first} is null then 'unexpected' else 'different' end as problem,
              array_remove(array[${differs.join(', ')}]::text[], null) as columns
         from ${side(expected)} e full join ${side(actual)} a on ${keys.map((name) => `e.${name} = a.${name}`).join(' and ')}) d
      where (problem <> 'different' or cardinality(columns) > 0) and problem = any(string_to_array('${problems.join(' ')}', ' '))
      order by subject, row limit ${Math.trunc(limit)}`,
    [...values],
  );
  return {
    count: rows[0]?.total ?? 0,
    first: rows.map((found) => ({
      table,
      subject: found.subject,
      row: found.row,
      problem: found.problem,
      columns: found.problem === 'different' ? found.columns : [],
    })),
  };
}

/**
 * Whether the rows of two schemas are the same as a whole, by their number and a 64-bit hash of all of them: an eighth of the cost of finding
 * which ones differ. Two different tables pass for the same once in 10^19 comparisons.
 */
export async function sameRows(
  em: EntityManager,
  { table, columns }: ComparedShape,
  { expected, actual, where, values = [] }: Pick<RowsAsked, 'expected' | 'actual' | 'where' | 'values'>,
): Promise<boolean> {
  const cells = Object.entries(columns).map(([name, type]) => (type === 'json' ? `${name}::text` : name));
  const side = (schema: string): string =>
    `(select count(*) as n, bit_xor(hash_record_extended(row(${cells.join(', ')}), 0)) as hash from ${schema}.${table} where ${where})`;
  const [answer] = await em.query<{ same: boolean }[]>(
    `select e.n = a.n and e.hash is not distinct from a.hash as same from ${side(expected)} e, ${side(actual)} a`,
    [...values],
  );
  return answer?.same === true;
}

/** json has no equality; its text has. */
const readable =
  (columns: ComparedShape['columns']) =>
  (name: string): string =>
    columns[name] === 'json' ? `${name}::text as ${name}` : name;
