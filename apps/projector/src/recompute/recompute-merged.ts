import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { edgesOf } from '@leadclock/domain/merges/merge-edges.js';
import type { Merges } from '@leadclock/domain/merges/resolve-merges.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { SubjectWork } from '../folding/gather.js';
import { mergeRowsOf } from '../folding/merge-rows.js';
import { addRows, deriveRows, mergedAway } from '../folding/settle-subject.js';
import { toldAlerts } from '../folding/told-alerts.js';
import { eventsOf, mergeVersions } from '../folding/versions.js';
import { passesOfMerged } from './passes.js';
import type { ReadRange } from './read-merges.js';
import { type PassWorks, readWorks } from './read-works.js';
import { type Recomputed, TURN } from './recompute.js';

export interface RecomputingMerged {
  readonly eventsLog: EventLog;
  readonly merges: Merges;
  /** under which a partition's facts are made: a merged lead's by the partition of its root */
  readonly configurationOf: (partition: number) => Configuration;
}

interface Share {
  readonly rows: SetRows;
  readonly failed: string[];
  readonly partitions: number;
  readonly merges: Merges;
  readonly configurationOf: (partition: number) => Configuration;
}

/**
 * Makes all rows of the leads that merges name, wherever their events lie: each share reads all partitions, and takes of them only the leads that
 * are tied together in it. Where nobody is merged nothing is read.
 */
export async function* recomputeMerged(
  { eventsLog, merges, configurationOf }: RecomputingMerged,
  ranges: readonly ReadRange[],
): AsyncGenerator<Recomputed> {
  const passes = passesOfMerged(merges);
  for (let pass = 0; pass < passes.count; pass++) {
    const read: PassWorks = { works: new Map(), rows: new SetRows(), events: 0 };
    for (const range of ranges) await readWorks(eventsLog, range, passes, pass, read, () => undefined);
    const leads = merges.leads.filter((lead) => passes.passOf(lead) === pass);
    const share: Share = { rows: read.rows, failed: [], partitions: eventsLog.partitions, merges, configurationOf };
    const events = new Map<string, readonly LeadclockEvent[]>();
    for (const work of read.works.values()) events.set(work.subject, keepOwn(share, work));
    let turn = 0;
    for (const lead of leads) {
      addMerged(share, read.works, events, lead);
      if (++turn % TURN === 0) await letOthersRun();
    }
    yield { rows: read.rows, subjects: new Set(leads), failed: share.failed, events: read.events };
  }
}

/** What is the lead's own whoever it belongs to: its timeline, conflicts, merges, and what people were told about it. */
function keepOwn({ rows, failed, partitions }: Share, { subject, heard }: SubjectWork): readonly LeadclockEvent[] {
  const { versions, fresh } = mergeVersions([], heard);
  for (const row of fresh) rows.timeline.push(row);
  if (versions.length === 0) return [];
  try {
    const events = eventsOf(versions);
    rows.merges.push(...mergeRowsOf(edgesOf(events), partitions));
    const { state, conflicts } = foldSubject(events);
    if (state.alerts.length > 0) rows.alerts.push(...toldAlerts(state));
    for (const { source, id, others } of conflicts) for (const digest of others) rows.conflicts.push({ subject, source, id, digest });
    return events;
  } catch {
    failed.push(subject);
    return [];
  }
}

function addMerged(
  { rows, failed, partitions, merges, configurationOf }: Share,
  works: ReadonlyMap<string, SubjectWork>,
  events: ReadonlyMap<string, readonly LeadclockEvent[]>,
  lead: string,
): void {
  const partition = partitionOf(lead, partitions);
  const root = merges.rootOf(lead);
  const isPoisoned = (member: string): boolean => works.get(member)?.poisoned === true;
  if (root !== lead) return addRows(rows, lead, partition, mergedAway(root), isPoisoned(lead) ? 'parked' : null);
  const members = merges.membersOf(lead);
  const told = members.flatMap((member) => events.get(member) ?? []);
  if (told.length === 0) return;
  try {
    const state = foldLead(lead, told);
    if (state.erasedAt !== null) rows.erased.push(...members);
    const after = deriveRows(state, configurationOf(partition));
    addRows(rows, lead, partition, after, members.some(isPoisoned) ? 'parked' : null);
  } catch {
    rows.others.push({ subject: lead, partition, incomplete: 'fold', mergedInto: null });
    failed.push(lead);
  }
}
