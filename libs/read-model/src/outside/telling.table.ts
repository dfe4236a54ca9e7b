import type { EntityManager } from 'typeorm';

/** What an alert has said, to be spread over the ways that reach those it tells. */
export interface Telling {
  readonly alert: string;
  readonly what: 'raised' | 'resolved' | 'retracted';
  /** as the alert's row has it; null: everybody */
  readonly to: string | null;
}

/** Two processes never spread at once: the end of an alert must not overtake its beginning. */
const SPREAD_LOCK = 7_301_978;

/** Part of the statement that raises or ends alerts: what they say waits to be spread from the same commit on. Nothing while there is no way. */
export const tellingOf = (changed: string, what: string): string =>
  `telling_of as (insert into telling (alert, what) select id, ${what} from ${changed} where exists (select from way) returning 1)`;

/** Takes the oldest for this transaction; empty when there is none, or somebody else is at it. */
export async function takeTellings(em: EntityManager, limit: number): Promise<readonly Telling[]> {
  const [lock] = await em.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock($1) as mine', [SPREAD_LOCK]);
  if (lock?.mine !== true) return [];
  return em.query<Telling[]>(
    `with taken as (delete from telling where id in (select id from telling order by id limit $1) returning id, alert, what)
     select t.alert, t.what, a.rep as "to" from taken t join alert a on a.id = t.alert order by t.id`,
    [limit],
  );
}
