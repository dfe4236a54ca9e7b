import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral } from './cell.js';

/** A record of the log that is no event of ours, as it lies there. */
export interface ParkedRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** a code: bytes, type, schema, partition, topic, write */
  readonly reason: string;
  /** in words, without the record's content */
  readonly problem: string;
  /** the record's key, when it may name the subject that goes on without this event */
  readonly subject: string | null;
  readonly value: Buffer | null;
}

/** Keeps records that could not be read. One that is there already (the configuration log is read at each start) stays as it is. */
export async function insertParked(em: EntityManager, set: string, rows: readonly ParkedRow[]): Promise<void> {
  for (const row of rows)
    await em.query(
      `insert into ${set}.parked (topic, partition, "offset", reason, problem, subject, value) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (topic, partition, "offset") do nothing`,
      [row.topic, row.partition, row.offset, row.reason, row.problem, row.subject, row.value],
    );
}

/** The subjects of one partition that have an event that could not be read. */
export async function loadParkedSubjects(
  from: DataSource | EntityManager,
  set: string,
  topic: string,
  partition: number,
): Promise<readonly string[]> {
  const rows = await from.query<{ subject: string }[]>(
    `select distinct subject from ${set}.parked where topic = $1 and partition = $2 and subject is not null`,
    [topic, partition],
  );
  return rows.map((row) => row.subject);
}

/** Those of these subjects that have an event that could not be read. */
export async function parkedAmong(from: DataSource | EntityManager, set: string, subjects: readonly string[]): Promise<readonly string[]> {
  const rows = await from.query<{ subject: string }[]>(`select distinct subject from ${set}.parked where subject = any($1)`, [
    arrayLiteral(subjects),
  ]);
  return rows.map((row) => row.subject);
}

/** What is parked of one partition, by a cause that a newer version of the program may have removed. */
export async function loadParked(
  from: DataSource | EntityManager,
  set: string,
  topic: string,
  partition: number,
): Promise<readonly ParkedRow[]> {
  return from.query<ParkedRow[]>(
    `select topic, partition, "offset", reason, problem, subject, value from ${set}.parked where topic = $1 and partition = $2 order by "offset" limit 10000`,
    [topic, partition],
  );
}

/** These records were read after all. */
export async function deleteParked(em: EntityManager, set: string, rows: readonly ParkedRow[]): Promise<void> {
  for (const row of rows)
    await em.query(`delete from ${set}.parked where topic = $1 and partition = $2 and "offset" = $3`, [
      row.topic,
      row.partition,
      row.offset,
    ]);
}

export async function countParked(from: DataSource | EntityManager, set: string): Promise<number> {
  const [row] = await from.query<{ n: number }[]>(`select count(*) as n from ${set}.parked`);
  return row?.n ?? 0;
}

/** The records of a partition that the database refused: why, by `partition/offset`. */
export async function loadRefused(
  from: DataSource | EntityManager,
  set: string,
  topic: string,
  partition: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await from.query<{ offset: number; problem: string }[]>(
    `select "offset", problem from ${set}.parked where topic = $1 and partition = $2 and reason = 'write'`,
    [topic, partition],
  );
  return new Map(rows.map((row) => [`${partition}/${row.offset}`, row.problem]));
}
