import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import type { Merges } from '@leadclock/domain/merges/resolve-merges.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { SubjectWork } from '../folding/gather.js';
import { addRows, deriveRows } from '../folding/settle-subject.js';
import { toldAlerts } from '../folding/told-alerts.js';
import { eventsOf, mergeVersions } from '../folding/versions.js';
import { passesOfPartition } from './passes.js';
import type { ReadRange } from './read-merges.js';
import { type PassWorks, readWorks } from './read-works.js';

/** So many subjects are folded before other work of the process has its turn, such as writing the share before. */
export const TURN = 32;

/** How far a recomputation is. */
export interface Progress {
  readonly partition: number;
  readonly partitions: number;
  /** records read of this partition in all passes, and how many that will be */
  readonly done: number;
  readonly of: number;
}

/** What a share of the subjects comes to, from nothing but the log. */
export interface Recomputed {
  readonly rows: SetRows;
  readonly subjects: ReadonlySet<string>;
  /** subjects whose fold failed */
  readonly failed: readonly string[];
  readonly events: number;
}

export interface Recomputing {
  readonly eventsLog: EventLog;
  readonly configuration: Configuration;
  /** who is named in it is left out: `recomputeMerged` makes those rows */
  readonly merges: Merges;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Makes all rows of a partition from its records, share by share: the same functions as the projector's, none of its state. */
export async function* recompute(
  { eventsLog, configuration, merges, onProgress }: Recomputing,
  range: ReadRange,
): AsyncGenerator<Recomputed> {
  const { partition, first, next } = range;
  const passes = passesOfPartition(next - first, merges);
  const of = passes.count * (next - first);
  let done = 0;
  for (let pass = 0; pass < passes.count; pass++) {
    const read: PassWorks = { works: new Map(), rows: new SetRows(), events: 0 };
    await readWorks(eventsLog, range, passes, pass, read, (records) => {
      done += records;
      onProgress?.({ partition, partitions: eventsLog.partitions, done, of });
    });
    const failed = await foldAll(read.works.values(), read.rows, configuration);
    yield { rows: read.rows, subjects: new Set(read.works.keys()), failed, events: read.events };
  }
}

async function foldAll(works: Iterable<SubjectWork>, rows: SetRows, configuration: Configuration): Promise<readonly string[]> {
  const failed: string[] = [];
  let turn = 0;
  for (const work of works) {
    if (work.heard.length > 0 && !foldOne(work, rows, configuration)) failed.push(work.subject);
    if (++turn % TURN === 0) await letOthersRun();
  }
  return failed;
}

function foldOne({ subject, partition, heard, poisoned }: SubjectWork, rows: SetRows, configuration: Configuration): boolean {
  const { versions, fresh } = mergeVersions([], heard);
  for (const row of fresh) rows.timeline.push(row);
  try {
    const { state, conflicts } = foldSubject(eventsOf(versions));
    const incomplete = poisoned ? 'parked' : null;
    addRows(rows, subject, partition, deriveRows(state, configuration), incomplete);
    if (state.erasedAt !== null) rows.erased.push(subject);
    if (state.alerts.length > 0) rows.alerts.push(...toldAlerts(state));
    for (const { source, id, others } of conflicts) for (const digest of others) rows.conflicts.push({ subject, source, id, digest });
    return true;
  } catch {
    rows.others.push({ subject, partition, incomplete: 'fold', mergedInto: null });
    return false;
  }
}
