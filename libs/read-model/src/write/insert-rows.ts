import type { Client } from 'pg';
import { copyInto } from './copy-into.js';
import type { KeyRows } from './key-rows.js';
import { prepared } from './prepared.js';
import type { TableShape, TextRows } from './text-rows.js';

/** Up to this many rows one statement costs less than COPY (docs/decisions/how-rows-are-written.md). */
const COPY_FROM = 300;

/** Inserts rows that are known not to be there; a conflict fails the transaction. */
export async function insertRows<T>(client: Client, set: string, rows: TextRows<T>): Promise<void> {
  if (rows.count === 0) return;
  if (needsCopy(rows)) await copyInto(client, `${set}.${rows.shape.name}`, Object.keys(rows.shape.columns), rows.buffers());
  else await prepared(client, insertByText(set, rows.shape), [rows.lines()]);
}

/** Writes rows some of which are there already: those are replaced. `known` are the keys of rows that are there. */
export async function putRows<T, K>(client: Client, set: string, rows: TextRows<T>, known: KeyRows<K>): Promise<void> {
  if (rows.count === 0) return;
  const { shape } = rows;
  if (needsCopy(rows) || known.count === 0) {
    await deleteRows(client, set, shape, known);
    await insertRows(client, set, rows);
    return;
  }
  const names = Object.keys(shape.columns);
  const values = names.slice(shape.key).map((name) => `${name} = excluded.${name}`);
  await prepared(
    client,
    `${insertByText(set, shape)} on conflict (${names.slice(0, shape.key).join(', ')}) do update set ${values.join(', ')}`,
    [rows.lines()],
  );
}

/** Deletes rows by their keys. */
export async function deleteRows<K>(client: Client, set: string, shape: TableShape, keys: KeyRows<K>): Promise<void> {
  if (keys.count === 0) return;
  const columns = Object.entries(shape.columns).slice(0, shape.key);
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`);
  const names = columns.map(([name]) => name);
  await prepared(
    client,
    `delete from ${set}.${shape.name} t using unnest(${arrays.join(', ')}) k(${names.join(', ')})
      where ${names.map((name) => `t.${name} = k.${name}`).join(' and ')}`,
    keys.literals(),
  );
}

/** Whether these are too many for a statement, or hold signs that only COPY reads. */
export const needsCopy = (rows: { readonly count: number; readonly isPlain: boolean }): boolean => rows.count >= COPY_FROM || !rows.isPlain;

/** The lines are split where they are written: one parameter costs `pg` less than an array for each column. */
function insertByText(set: string, { name, columns }: TableShape): string {
  const cells = Object.values(columns).map((type, i) => `r[${i + 1}]::${type}`);
  return (
    `insert into ${set}.${name} (${Object.keys(columns).join(', ')}) select ${cells.join(', ')} ` +
    String.raw`from (select string_to_array(line, E'\t', '\N') r from string_to_table($1, E'\n') line offset 0) s`
  );
}
