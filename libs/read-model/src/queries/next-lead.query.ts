import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { inForce, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import { longestWait } from '@leadclock/domain/lead/waiting.js';
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
 * A lead that a rep can take: nobody's, of his team or of none, in the order of his queue: late ones first, in each the longest wait. Not one that
 * somebody has claimed a moment ago, nor one that was erased. null: there is none. Both halves go along the index of leads to take (`lead_to_take`),
 * and each ends once it has found its few; where nothing is late the first has read all that wait.
 */
export async function nextLead(em: EntityManager, { rep, except, now }: Wanting): Promise<string | null> {
  const set = await currentSet(em);
  const { reps } = buildConfiguration(await configurationEventsOf({ em, set }, rep));
  const team = inForce(versionsOf(reps, rep), now)?.team ?? null;
  const first = (condition: string): string =>
    `select subject, arrived_at from ${set.name}.lead l
      where owner is null and answered_at is null and closed_at is null and paused_at is null and not historical
        and arrived_at <= to_timestamp($2 / 1000.0) and arrived_at > to_timestamp($4 / 1000.0) and subject <> $1
        and (team is null or $3::text is null or team = $3) and ${condition}
        and not exists (select from ${set.name}.timeline t where t.subject = l.subject and t.type = 'lead.erased')
      order by arrived_at, subject limit ${lookedAt}`;
  const rows = await em.query<{ lead: string }[]>(
    `select subject as lead from (
       select 0 as half, late.* from (${first('due_at <= to_timestamp($2 / 1000.0)')}) late
        union all
       select 1, early.* from (${first('due_at <= to_timestamp($2 / 1000.0) is not true')}) early) found
      order by half, arrived_at, subject limit ${lookedAt}`,
    [except, now, team, now - longestWait],
  );
  const leads = rows.map(({ lead }) => lead);
  const moving = await leadsOnTheirWay(em, set.name, leads);
  return leads.find((lead) => !moving.has(lead)) ?? null;
}
