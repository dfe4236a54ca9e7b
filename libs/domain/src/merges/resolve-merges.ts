import { compareUtf8 } from '../events/order.js';
import type { MergeEdge } from './merge-edges.js';

/** What became of an edge. `replaced`: a later one of the same lead came; `circle`: it would have closed a circle and was skipped. */
export type EdgeVerdict = 'stands' | 'replaced' | 'circle';

/** Which leads belong to which, as a set of edges says it: the same whatever the order in which the edges are given. */
export interface Merges {
  /** the lead that all of this one belongs to: itself, unless it was merged away */
  rootOf(lead: string): string;
  /** every lead whose root this one is: itself first, then the others by the bytes of their names */
  membersOf(root: string): readonly string[];
  /** this lead and all that are tied to it by edges, those among them that do not count too: whom a change of any of them may concern */
  componentOf(lead: string): readonly string[];
  /** every lead that an edge names */
  readonly leads: readonly string[];
  verdictOf(edge: MergeEdge): EdgeVerdict;
}

/**
 * Takes edges one after the other by (time, source, id): a later one of the same child takes the place of the earlier, one that would close a
 * circle is skipped, `into` null takes the merge back. Of edges that share all three, which two children may, the child's name decides.
 */
export function resolveMerges(edges: readonly MergeEdge[]): Merges {
  const standing = new Map<string, MergeEdge>();
  const circles = new Set<string>();
  for (const edge of edges.toSorted(compareEdges)) {
    if (edge.into !== null && leadsTo(standing, edge.into, edge.child)) circles.add(edgeKey(edge));
    else standing.set(edge.child, edge);
  }
  const roots = rootsOf(edges, standing);
  const members = groupBy(roots.keys(), (lead) => roots.get(lead) ?? lead);
  const parts = partsOf(edges);
  const components = groupBy(parts.keys(), (lead) => parts.get(lead) ?? lead);
  return {
    rootOf: (lead) => roots.get(lead) ?? lead,
    membersOf: (root) => [root, ...(members.get(root) ?? []).filter((lead) => lead !== root)],
    componentOf: (lead) => components.get(parts.get(lead) ?? lead) ?? [lead],
    leads: [...roots.keys()],
    verdictOf: (edge) => {
      if (circles.has(edgeKey(edge))) return 'circle';
      const stands = standing.get(edge.child);
      return stands !== undefined && edgeKey(stands) === edgeKey(edge) ? 'stands' : 'replaced';
    },
  };
}

const edgeKey = ({ child, source, id }: MergeEdge): string => `${child}\u0000${source}\u0000${id}`;

const compareEdges = (a: MergeEdge, b: MergeEdge): number =>
  a.time - b.time || compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id) || compareUtf8(a.child, b.child);

function leadsTo(standing: ReadonlyMap<string, MergeEdge>, from: string, to: string): boolean {
  for (let lead: string | null = from; lead !== null; lead = standing.get(lead)?.into ?? null) if (lead === to) return true;
  return false;
}

function rootsOf(edges: readonly MergeEdge[], standing: ReadonlyMap<string, MergeEdge>): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const { child, into } of edges) {
    for (const lead of into === null ? [child] : [child, into]) {
      const way: string[] = [];
      let root = lead;
      for (let next: string | null = lead; next !== null && !roots.has(root); next = standing.get(root)?.into ?? null) {
        root = next;
        way.push(root);
      }
      const known = roots.get(root) ?? root;
      for (const passed of way) roots.set(passed, known);
    }
  }
  return roots;
}

/** Of each lead the one that stands for all that are tied to it. */
function partsOf(edges: readonly MergeEdge[]): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  const top = (lead: string): string => {
    let found = lead;
    for (let next = above.get(found); next !== undefined && next !== found; next = above.get(found)) found = next;
    for (let passed = lead; passed !== found; ) {
      const next = above.get(passed) ?? found;
      above.set(passed, found);
      passed = next;
    }
    return found;
  };
  for (const { child, into } of edges) {
    if (!above.has(child)) above.set(child, child);
    if (into === null) continue;
    if (!above.has(into)) above.set(into, into);
    above.set(top(child), top(into));
  }
  return new Map([...above.keys()].map((lead) => [lead, top(lead)]));
}

function groupBy(leads: Iterable<string>, keyOf: (lead: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const lead of leads) {
    const group = groups.get(keyOf(lead));
    if (group === undefined) groups.set(keyOf(lead), [lead]);
    else group.push(lead);
  }
  for (const group of groups.values()) group.sort(compareUtf8);
  return groups;
}

/** Nobody is merged. */
export const noMerges: Merges = resolveMerges([]);
