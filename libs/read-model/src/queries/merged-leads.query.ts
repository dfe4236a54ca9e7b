import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { type Merges, resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import { eachBySubject } from '../write/each-by-subject.js';
import { loadEdges } from '../write/merge.table.js';
import { eventsOfSubjects } from './events.query.js';
import type { Snapshot } from './snapshot.js';

/** The lead that all of this one belongs to; null: it was not merged away, or is not known. */
export async function mergedInto({ em, set }: Snapshot, lead: string): Promise<string | null> {
  const [row] = await em.query<{ root: string | null }[]>(`select merged_into as root from ${set.name}.other_subject where subject = $1`, [
    lead,
  ]);
  return row?.root ?? null;
}

/** By lead, itself and those that were merged into it, as far as the projector has come. */
export async function membersOf({ em, set }: Snapshot, leads: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await em.query<{ subject: string; root: string }[]>(
    `select t.subject, t.merged_into as root from ${eachBySubject(`${set.name}.other_subject`, 'merged_into')} t order by t.subject`,
    [leads],
  );
  const members = new Map<string, string[]>(leads.map((lead) => [lead, [lead]]));
  for (const { subject, root } of rows) members.get(root)?.push(subject);
  return members;
}

/** By lead, every version of every event of it and of those that were merged into it; leads that have none are not in it. */
export async function eventsOfLeads(snapshot: Snapshot, leads: readonly string[]): Promise<Map<string, LeadclockEvent[]>> {
  const members = await membersOf(snapshot, leads);
  const own = await eventsOfSubjects(snapshot, [...new Set([...members.values()].flat())]);
  const events = new Map<string, LeadclockEvent[]>();
  for (const [lead, names] of members) {
    const told = names.flatMap((name) => own.get(name) ?? []);
    if (told.length > 0) events.set(lead, told);
  }
  return events;
}

/** The merges of a lead and of all that are tied to it. */
export const mergesAround = async ({ em, set }: Snapshot, lead: string): Promise<Merges> =>
  resolveMerges(await loadEdges(em, set.name, [lead]));
