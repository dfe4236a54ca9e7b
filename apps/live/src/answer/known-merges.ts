import { edgesOf } from '@leadclock/domain/merges/merge-edges.js';
import { type Merges, noMerges, resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import { mergeEvents } from '@leadclock/read-model/queries/merge-events.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** Who belonged to whom by what was recorded by an instant, and which leads that concerns besides. */
export interface KnownMerges {
  readonly then: Merges;
  /** leads that belong to others by now */
  readonly moved: readonly string[];
  /** all that are tied to a lead by merges of then or of now: whose facts stand in the rows of others, or will */
  tiedTo(lead: string): readonly string[];
}

/** Merges are corrections: today's rows have worked in all of them, whenever they were recorded. */
export async function knownMerges(snapshot: Snapshot, knownAt: number): Promise<KnownMerges> {
  const said = [...(await mergeEvents(snapshot)).values()];
  if (said.length === 0) return { then: noMerges, moved: [], tiedTo: (lead) => [lead] };
  const edgesNow = said.flatMap((events) => edgesOf(events));
  const edgesThen = said.flatMap((events) => edgesOf(events.filter(({ recordedTime }) => recordedTime <= knownAt)));
  const [now, then, either] = [resolveMerges(edgesNow), resolveMerges(edgesThen), resolveMerges([...edgesNow, ...edgesThen])];
  return {
    then,
    moved: either.leads.filter((lead) => now.rootOf(lead) !== then.rootOf(lead)),
    tiedTo: (lead) => either.componentOf(lead),
  };
}
