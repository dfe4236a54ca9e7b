import type { EntityManager } from 'typeorm';
import { insertRows } from '../write/insert-rows.js';
import { clientOf } from '../write/prepared.js';
import { TextRows } from '../write/text-rows.js';

/** Makes a list of subjects that lasts as long as the transaction. */
export async function createSubjectList(em: EntityManager, name: string): Promise<void> {
  await em.query(`create temp table ${name} (subject text collate "C" not null, reason text) on commit drop`);
}

export async function addSubjects(
  em: EntityManager,
  name: string,
  subjects: Iterable<string>,
  reason: string | null = null,
): Promise<void> {
  const rows = new TextRows<string>({ name, key: 1, columns: { subject: 'text', reason: 'text' } }, (subject) => [subject, reason]);
  for (const subject of subjects) rows.push(subject);
  await insertRows(await clientOf(em), 'pg_temp', rows);
}

export async function emptySubjectList(em: EntityManager, name: string): Promise<void> {
  await em.query(`truncate pg_temp.${name}`);
}

/** Takes off the list who is on another one. */
export async function takeOff(em: EntityManager, name: string, other: string): Promise<void> {
  await em.query(`delete from pg_temp.${name} l using pg_temp.${other} o where o.subject = l.subject`);
}

export interface ListedSubject {
  readonly subject: string;
  readonly reason: string;
}

export async function readSubjectList(
  em: EntityManager,
  name: string,
  limit: number,
): Promise<{ readonly count: number; readonly first: readonly ListedSubject[] }> {
  const rows = await em.query<(ListedSubject & { total: number })[]>(
    `select subject, min(reason) as reason, count(*) over () as total from pg_temp.${name} group by subject order by subject limit $1`,
    [limit],
  );
  return { count: rows[0]?.total ?? 0, first: rows.map(({ subject, reason }) => ({ subject, reason })) };
}

/** Lists the leads that two sets hold with the same events, whole, in partitions under the same configuration. Answers how many. */
export async function listComparable(em: EntityManager, name: string, old: string, fresh: string): Promise<number> {
  await em.query(
    `insert into pg_temp.${name} (subject) select o.subject from ${old}.lead o join ${fresh}.lead n using (subject)
       join ${old}.checkpoint oc on oc.partition = o.partition join ${fresh}.checkpoint nc on nc.partition = n.partition
      where o.events = n.events and o.incomplete is null and n.incomplete is null and oc.config_offset = nc.config_offset
        and not exists (select from ${old}.refold r where r.subject = o.subject) and not exists (select from ${fresh}.refold r where r.subject = n.subject)`,
  );
  // without statistics a filter by this list costs more than all that it filters
  await em.query(`analyze pg_temp.${name}`);
  const [row] = await em.query<{ n: number }[]>(`select count(*) as n from pg_temp.${name}`);
  return row?.n ?? 0;
}
