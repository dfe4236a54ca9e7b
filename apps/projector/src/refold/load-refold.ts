import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { MergeEdge } from '@leadclock/domain/merges/merge-edges.js';
import { type Merges, resolveMerges } from '@leadclock/domain/merges/resolve-merges.js';
import { type DeadlineRow, loadDeadlines } from '@leadclock/read-model/write/deadline.table.js';
import { loadFacts } from '@leadclock/read-model/write/fact.table.js';
import { type KnownSubject, loadKnownSubjects } from '@leadclock/read-model/write/lead.table.js';
import { loadEdges } from '@leadclock/read-model/write/merge.table.js';
import { parkedAmong } from '@leadclock/read-model/write/parked.table.js';
import { loadRefolds } from '@leadclock/read-model/write/refold.table.js';
import { loadTimelines, type StoredVersion } from '@leadclock/read-model/write/timeline.table.js';
import type { DataSource } from 'typeorm';
import { standingFacts } from '../folding/fact-prints.js';
import { groupBy } from '../folding/load-standing.js';
import type { StandingRows } from '../folding/settle-subject.js';

/** So many requests are read at once; mostly several are about one lead. */
const REQUESTS_A_STEP = 200;

/** Leads that wait to be folded anew, and all that must be known for it, read in one snapshot. */
export interface RefoldWork {
  /** the requests that are done once this is written, and no others */
  readonly ids: readonly number[];
  /** the leads, with their partitions */
  readonly leads: ReadonlyMap<string, number>;
  readonly edges: readonly MergeEdge[];
  readonly merges: Merges;
  /** what stands of these leads, and of those that are tied to them */
  readonly known: ReadonlyMap<string, KnownSubject>;
  readonly rowsOf: (lead: string) => StandingRows;
  /** of the leads that are roots: the timelines of all that belong to them */
  readonly timelines: ReadonlyMap<string, readonly StoredVersion[]>;
  readonly parked: ReadonlySet<string>;
}

/**
 * Reads the next requests of these partitions and what they need; null: nobody waits. All in one snapshot: an event or a merge that it does not
 * show was stored with a request that it does not show either, and which therefore stays.
 */
export async function loadRefoldWork(dataSource: DataSource, set: string, partitions: readonly number[]): Promise<RefoldWork | null> {
  return dataSource.transaction('REPEATABLE READ', async (em) => {
    const asked = await loadRefolds(em, set, partitions, REQUESTS_A_STEP);
    if (asked.length === 0) return null;
    const leads = new Map(asked.map(({ subject, partition }) => [subject, partition]));
    const names = [...leads.keys()];
    const edges = await loadEdges(em, set, names);
    const merges = resolveMerges(edges);
    const tied = [...new Set(names.flatMap((lead) => merges.componentOf(lead)))];
    const members = names.filter((lead) => merges.rootOf(lead) === lead).flatMap((root) => merges.membersOf(root));
    const known = new Map((await loadKnownSubjects(em, set, tied)).map((row) => [row.subject, row]));
    const timelines = groupBy(await loadTimelines(em, set, members), (row) => row.subject);
    const facts = groupBy(await loadFacts(em, set, names), (fact: Fact) => fact.subject);
    const deadlines = groupBy(await loadDeadlines(em, set, names), (row: DeadlineRow) => row.lead);
    return {
      ids: asked.map(({ id }) => id),
      leads,
      edges,
      merges,
      known,
      rowsOf: (lead) => ({
        row: rowOf(known.get(lead)),
        facts: standingFacts(facts.get(lead) ?? []),
        deadlines: deadlines.get(lead) ?? [],
      }),
      timelines,
      parked: new Set(await parkedAmong(em, set, [...new Set([...names, ...members])])),
    };
  });
}

const rowOf = (known: KnownSubject | undefined): StandingRows['row'] => (known === undefined ? null : known.lead ? 'lead' : 'other');
