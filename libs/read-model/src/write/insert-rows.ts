import type { EntityManager } from 'typeorm';
import { arrayLiteral, type Cell } from './cell.js';
import { copyInto } from './copy-into.js';

/** A table of a set that is written in bulk: its columns with their types in the order of the cells; the first `key` of them are its key. */
export interface TableShape {
  readonly name: string;
  readonly key: number;
  readonly columns: Readonly<Record<string, string>>;
}

export type Row = readonly Cell[];

/** Up to this many rows `unnest` costs less than COPY (docs/decisions/how-rows-are-written.md). */
const COPY_FROM = 300;

/** Inserts rows that are known not to be there; a conflict fails the transaction. */
export async function insertRows<T>(
  em: EntityManager,
  set: string,
  shape: TableShape,
  rows: readonly T[],
  cells: (row: T) => Row,
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length >= COPY_FROM) await copyInto(em, `${set}.${shape.name}`, Object.keys(shape.columns), oneByOne(rows, cells));
  else await em.query(insertByUnnest(set, shape), columnLiterals(rows.map(cells), Object.keys(shape.columns).length));
}

/** Writes rows some of which are there already: those are replaced. `known` are the keys of rows that are there. */
export async function putRows<T>(
  em: EntityManager,
  set: string,
  shape: TableShape,
  rows: readonly T[],
  cells: (row: T) => Row,
  known: readonly Row[],
): Promise<void> {
  if (rows.length >= COPY_FROM) {
    await deleteRows(em, set, shape, known);
    await insertRows(em, set, shape, rows, cells);
  } else if (rows.length > 0) {
    const names = Object.keys(shape.columns);
    const values = names.slice(shape.key).map((name) => `${name} = excluded.${name}`);
    await em.query(
      `${insertByUnnest(set, shape)} on conflict (${names.slice(0, shape.key).join(', ')}) do update set ${values.join(', ')}`,
      columnLiterals(rows.map(cells), names.length),
    );
  }
}

/** The cells of thousands of rows are made as they are sent, not all at once. */
function* oneByOne<T>(rows: readonly T[], cells: (row: T) => Row): Generator<Row> {
  for (const row of rows) yield cells(row);
}

/** Deletes rows by their keys. */
export async function deleteRows(em: EntityManager, set: string, shape: TableShape, keys: readonly Row[]): Promise<void> {
  if (keys.length === 0) return;
  const columns = Object.entries(shape.columns).slice(0, shape.key);
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`);
  const names = columns.map(([name]) => name);
  await em.query(
    `delete from ${set}.${shape.name} t using unnest(${arrays.join(', ')}) k(${names.join(', ')})
      where ${names.map((name) => `t.${name} = k.${name}`).join(' and ')}`,
    columnLiterals(keys, shape.key),
  );
}

function insertByUnnest(set: string, shape: TableShape): string {
  const names = Object.keys(shape.columns);
  const read = Object.entries(shape.columns).map(([name, type]) => `r.${name}::${type}`);
  const from = names.map((_, i) => `$${i + 1}::text[]`);
  return `insert into ${set}.${shape.name} (${names.join(', ')}) select ${read.join(', ')} from unnest(${from.join(', ')}) r(${names.join(', ')})`;
}

/** The rows turned round: one array literal a column. */
export function columnLiterals(rows: readonly Row[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => arrayLiteral(cellsOf(rows, i)));
}

function* cellsOf(rows: readonly Row[], column: number): Generator<Cell> {
  for (const row of rows) yield row[column] ?? null;
}
