import type { DataSource, EntityManager } from 'typeorm';
import { setIndexes, setKeys, setTables } from '../set-schema.js';
import { assertSetName } from './current-set.js';

/** Makes an empty set with a checkpoint at zero for each partition. */
export async function createSet(em: EntityManager, set: string, partitions: number): Promise<void> {
  await createBareSet(em, set, partitions);
  await indexSet(em, set);
}

/** As `createSet`, without the keys and indexes of the large tables: `indexSet` makes them once the rows are there. */
export async function createBareSet(em: EntityManager, set: string, partitions: number): Promise<void> {
  assertSetName(set);
  await em.query(setTables(set));
  await em.query(
    `insert into ${set}.checkpoint (partition, next_offset, config_offset, change_no) select p, 0, 0, 0 from generate_series(0, $1::int - 1) p`,
    [partitions],
  );
}

/** Makes the keys and indexes of a set's large tables, and the planner's statistics of what is in them. */
export async function indexSet(em: EntityManager, set: string): Promise<void> {
  assertSetName(set);
  await em.query(setKeys(set));
  await em.query(setIndexes(set));
  // a set that was filled in bulk has no statistics until autovacuum comes by: reads by subject would go through whole tables
  for (const table of ['lead', 'timeline', 'fact', 'deadline', 'other_subject', 'merge']) await em.query(`analyze ${set}.${table}`);
}

export async function dropSet(em: EntityManager, set: string): Promise<void> {
  assertSetName(set);
  await em.query(`drop schema if exists ${set} cascade`);
}

/** The names of all sets, oldest first. */
export async function listSets(em: EntityManager | DataSource): Promise<readonly string[]> {
  const rows = await em.query<{ name: string }[]>(String.raw`select nspname as name from pg_namespace where nspname ~ '^set_[1-9][0-9]*$'`);
  return rows.map((row) => row.name).sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)));
}
