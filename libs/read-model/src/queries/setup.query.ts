import type { Snapshot } from './snapshot.js';

/** What an empty wall says: whether any lead is known, and if none, the source heard last with the instant it was first heard. */
export interface SetupState {
  readonly anyLead: boolean;
  readonly source: { readonly name: string; readonly since: number } | null;
}

export async function readSetup({ em, set }: Snapshot): Promise<SetupState> {
  const [any] = await em.query<{ any: boolean }[]>(`select exists (select from ${set.name}.lead) as any`);
  if (any?.any === true) return { anyLead: true, source: null };
  const sources = await em.query<{ name: string; since: number }[]>(
    `select source as name, extract(epoch from min(recorded_at))::float8 * 1000 as since
       from (select source, recorded_at from ${set.name}.config_event union all select source, recorded_at from ${set.name}.timeline) heard
      group by source order by max(recorded_at) desc, source limit 1`,
  );
  return { anyLead: false, source: sources[0] ?? null };
}
