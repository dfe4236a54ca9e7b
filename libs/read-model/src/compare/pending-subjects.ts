import type { EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from '../write/cell.js';
import type { SweptLeads } from '../write/sweep.query.js';

/** Puts those on the list whose rows may not say all that the log says: an event is parked, or the fold failed. */
export async function listIncomplete(em: EntityManager, set: string, list: string): Promise<void> {
  await em.query(
    `insert into pg_temp.${list} (subject, reason) select distinct subject, 'parked' from ${set}.parked where subject is not null and reason not in ('partition', 'topic')`,
  );
  for (const table of ['lead', 'other_subject'])
    await em.query(`insert into pg_temp.${list} (subject, reason) select subject, 'fold' from ${set}.${table} where incomplete = 'fold'`);
}

/** Puts those on the list that wait to be folded anew. */
export async function listRefolds(em: EntityManager, set: string, list: string): Promise<void> {
  await em.query(`insert into pg_temp.${list} (subject, reason) select distinct subject, 'refold' from ${set}.refold`);
}

/** Puts those on the list whose facts a sweep of this partition has still to look at; `leads` null: every subject. */
export async function listUnswept(
  em: EntityManager,
  set: string,
  list: string,
  partition: number,
  leads: SweptLeads | null,
): Promise<void> {
  if (leads === null) {
    for (const table of ['lead', 'other_subject'])
      await em.query(`insert into pg_temp.${list} (subject, reason) select subject, 'sweep' from ${set}.${table} where partition = $1`, [
        partition,
      ]);
    return;
  }
  await em.query(
    `insert into pg_temp.${list} (subject, reason) select subject, 'sweep' from ${set}.lead where partition = $1
        and (reps && $2::text[] or team = any($3::text[]) or pipelines && $4::text[] or arrived_at >= $5::timestamptz)`,
    [partition, arrayLiteral(leads.reps), arrayLiteral(leads.teams), arrayLiteral(leads.pipelines), timestamp(leads.arrivedOrOpenSince)],
  );
  if (leads.others)
    await em.query(`insert into pg_temp.${list} (subject, reason) select subject, 'sweep' from ${set}.other_subject where partition = $1`, [
      partition,
    ]);
}
