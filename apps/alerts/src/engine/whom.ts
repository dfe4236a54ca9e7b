import { audienceOrManager } from '@leadclock/domain/alerts/audience.js';
import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { Rung } from './rung.js';

/** Whom each of these steps tells, for `rep` of its alert; null: everybody. */
export async function whomTold(snapshot: Snapshot, rungs: readonly Rung[]): Promise<ReadonlyMap<Rung, string | null>> {
  const asked = rungs.filter(({ notify }) => notify.includes('claimant')).map(({ deadline }) => deadline.lead);
  const claimants = asked.length === 0 ? new Map<string, string | null>() : await claimantsOf(snapshot, [...new Set(asked)]);
  return new Map(rungs.map((rung) => [rung, whom(rung, claimants.get(rung.deadline.lead) ?? null)]));
}

function whom({ notify, deadline: { owner, team } }: Rung, claimant: string | null): string | null {
  const told = audienceOrManager(notify, { owner, claimant, team });
  return told === EVERYBODY ? null : told;
}

async function claimantsOf(snapshot: Snapshot, leads: readonly string[]): Promise<Map<string, string | null>> {
  const events = await eventsOfLeads(snapshot, leads);
  return new Map(leads.map((lead) => [lead, foldLead(lead, events.get(lead) ?? []).claim?.by ?? null]));
}
