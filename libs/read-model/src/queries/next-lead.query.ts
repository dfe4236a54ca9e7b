import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { inForce, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import type { EntityManager } from 'typeorm';
import { currentSet } from '../sets/current-set.js';
import { configurationEventsOf } from './events.query.js';
import { leadsOnTheirWay } from './on-its-way.query.js';

/** For whom, which lead it may not be, and when (epoch ms). */
interface Wanting {
  readonly rep: string;
  readonly except: string;
  readonly now: number;
}

/** So many are looked at: others may be after the first ones too. */
const lookedAt = 20;

/**
 * A lead that a rep can take: nobody's, of his team or of none, that waits for its deadline, in the order of his queue: late ones first, in each the longest
 * wait. Not one that somebody has claimed a moment ago, nor one that was erased. null: there is none. Only what has a deadline is looked at, which are few of all leads.
 */
export async function nextLead(em: EntityManager, { rep, except, now }: Wanting): Promise<string | null> {
  const set = await currentSet(em);
  const { reps } = buildConfiguration(await configurationEventsOf({ em, set }, rep));
  const team = inForce(versionsOf(reps, rep), now)?.team ?? null;
  const rows = await em.query<{ lead: string }[]>(
    `select l.subject as lead from (select distinct lead from ${set.name}.deadline) d join ${set.name}.lead l on l.subject = d.lead
      where l.owner is null and l.answered_at is null and l.closed_at is null and l.paused_at is null and l.subject <> $1
        and l.arrived_at <= to_timestamp($2 / 1000.0) and l.waits_until > to_timestamp($2 / 1000.0)
        and not exists (select from ${set.name}.timeline t where t.subject = l.subject and t.type = 'lead.erased')
        and (l.team is null or $3::text is null or l.team = $3)
      order by l.due_at <= to_timestamp($2 / 1000.0) desc nulls last, l.arrived_at, l.subject limit ${lookedAt}`,
    [except, now, team],
  );
  const leads = rows.map(({ lead }) => lead);
  const moving = await leadsOnTheirWay(em, set.name, leads);
  return leads.find((lead) => !moving.has(lead)) ?? null;
}
