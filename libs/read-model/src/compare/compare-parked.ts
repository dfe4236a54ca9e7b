import type { EntityManager } from 'typeorm';
import { timelineShape } from '../write/timeline.table.js';
import { type ComparedShape, compareRows, type Differences, type Problem } from './compare-rows.js';

/** `problem` is left out: it is said in words, and the next program may say it better. */
const parkedShape: ComparedShape = {
  table: 'parked',
  key: 3,
  subject: 'subject',
  columns: { topic: 'text', partition: 'integer', '"offset"': 'bigint', reason: 'text', subject: 'text', value: 'bytea' },
};

const configEventShape: ComparedShape = { ...timelineShape, table: 'config_event', subject: 'subject' };

/** An empty table in pg_temp like the set's own, keys included; gone when the transaction ends. */
export async function createExpectedLike(em: EntityManager, set: string, table: 'parked' | 'config_event'): Promise<void> {
  await em.query(`create temp table ${table} (like ${set}.${table} including defaults including indexes) on commit drop`);
}

/**
 * Lists as pending what is parked in the set though this program can read it: whoever takes up the partition next releases it.
 * From then on it is expected. Call it once all that is expected is in pg_temp.parked.
 */
export async function listReadable(em: EntityManager, set: string, list: string, topic: string): Promise<void> {
  await em.query(
    `with readable as (
       insert into pg_temp.parked select p.* from ${set}.parked p
        where p.topic = $1 and p.reason in ('type', 'schema') and not exists (
          select from pg_temp.parked e where (e.topic, e.partition, e."offset") = (p.topic, p.partition, p."offset"))
       returning *)
     insert into pg_temp.${list} (subject, reason)
     select coalesce(subject, concat(topic, ' ', partition, '/', "offset")), 'parked' from readable`,
    [topic],
  );
}

/** How the records that are parked in the set compare with those in pg_temp.parked: of one topic, or of all others. */
export async function compareParked(
  em: EntityManager,
  set: string,
  of: { readonly topic: string } | { readonly notTopic: string },
  limit: number,
  problems?: readonly Problem[],
): Promise<Differences> {
  const [where, value] = 'topic' in of ? ['topic = $1', of.topic] : ['topic <> $1', of.notTopic];
  return compareRows(em, parkedShape, { expected: 'pg_temp', actual: set, where, values: [value], limit, ...(problems && { problems }) });
}

/** How the configuration events that the set keeps compare with those in pg_temp.config_event. */
export async function compareConfigEvents(
  em: EntityManager,
  set: string,
  limit: number,
  problems: readonly Problem[],
): Promise<Differences> {
  return compareRows(em, configEventShape, { expected: 'pg_temp', actual: set, where: 'true', limit, problems });
}
