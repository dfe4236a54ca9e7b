import type { EntityManager } from 'typeorm';
import { BY_RULE } from '../outside/claim.table.js';

/**
 * Those of these leads about which something is known that the set does not say yet: an event on its way to the log, a claim that was won after
 * their owner changed last, or a step that has given them on. What would turn their owner over waits for it.
 */
export async function leadsOnTheirWay(em: EntityManager, set: string, leads: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.query<{ lead: string }[]>(
    `select key as lead from spool where key = any($1::text[])
      union
     select c.lead from claim c left join lateral (select owner, owner_since from ${set}.lead where subject = c.lead offset 0) l on true
      where c.lead = any($1::text[]) and not c.released and l.owner is distinct from c.rep
        and (l.owner_since is null or l.owner_since < c.at)
      union
     select c.lead from claim c where c.lead = any($1::text[]) and c.rep = $2
        and not exists (select from ${set}.timeline t where t.subject = c.lead and t.id = c.event)`,
    [leads, BY_RULE],
  );
  return new Set(rows.map(({ lead }) => lead));
}
