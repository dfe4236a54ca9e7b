import { type AroundLead, audienceOrManager, withNewOwner } from '@leadclock/domain/alerts/audience.js';
import { callerOf } from '@leadclock/domain/alerts/caller.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { hasLeft } from '@leadclock/domain/alerts/has-left.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { eventsOfLeads } from './merged-leads.query.js';
import type { Rung } from './rung.js';
import type { Snapshot } from './snapshot.js';

/** What only the events of a lead say of who has to do with it. */
type Involved = Pick<AroundLead, 'claimant' | 'caller'>;

const nobody: Involved = { claimant: null, caller: null };

/** Whom each of these steps tells at an instant (epoch ms), for `rep` of its alert; null: everybody. */
export async function whomTold(
  snapshot: Snapshot,
  rungs: readonly Rung[],
  configuration: Configuration,
  now: number,
): Promise<ReadonlyMap<Rung, string | null>> {
  const asked = rungs.filter(({ notify }) => notify.includes('claimant') || notify.includes('caller')).map(({ deadline }) => deadline.lead);
  const involved = asked.length === 0 ? none : await involvedIn(snapshot, [...new Set(asked)], configuration, now);
  const isGone = (rep: string): boolean => hasLeft(configuration, rep, now);
  return new Map(rungs.map((rung) => [rung, whom(rung, involved.get(rung.deadline.lead) ?? nobody, isGone)]));
}

const none: ReadonlyMap<string, Involved> = new Map();

/** The same with the rep to whom the step gives the lead; null: everybody. */
export const alsoNewOwner = (told: string | null, owner: string | null): string | null =>
  told === null ? null : withNewOwner(told, owner);

function whom({ notify, deadline: { owner, team } }: Rung, involved: Involved, isGone: AroundLead['hasLeft']): string | null {
  const told = audienceOrManager(notify, { owner, team, ...involved, hasLeft: isGone });
  return told === EVERYBODY ? null : told;
}

async function involvedIn(
  snapshot: Snapshot,
  leads: readonly string[],
  configuration: Configuration,
  now: number,
): Promise<ReadonlyMap<string, Involved>> {
  const events = await eventsOfLeads(snapshot, leads);
  return new Map(
    leads.map((lead) => {
      const state = foldLead(lead, events.get(lead) ?? []);
      return [lead, { claimant: state.claim?.by ?? null, caller: callerOf(state, configuration, now) }];
    }),
  );
}
