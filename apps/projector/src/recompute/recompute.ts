import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import { type Refused, type SubjectWork } from '../folding/gather.js';
import { addRows, deriveRows } from '../folding/settle-subject.js';
import { toldAlerts } from '../folding/told-alerts.js';
import { eventsOf, mergeVersions } from '../folding/versions.js';
import { park } from '../reading/read-record.js';
import { Passes } from './passes.js';

/** So many subjects are folded before other work of the process has its turn, such as writing the share before. */
const TURN = 32;

/** How far a recomputation is. */
export interface Progress {
  readonly partition: number;
  readonly partitions: number;
  /** records read of this partition in all passes, and how many that will be */
  readonly done: number;
  readonly of: number;
}

export interface Range {
  readonly partition: number;
  /** offsets `[first, next)` */
  readonly first: number;
  readonly next: number;
}

/** What a share of the subjects of one partition comes to, from nothing but the log. */
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
  /** records that the database refused; they are parked here, too */
  readonly refused: Refused;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Makes all rows of a partition from its records, share by share: the same functions as the projector's, none of its state. */
export async function* recompute(
  { eventsLog, configuration, refused, onProgress }: Recomputing,
  { partition, first, next }: Range,
): AsyncGenerator<Recomputed> {
  const { topic, partitions } = eventsLog;
  const place = { topic, partition, partitions };
  const passes = new Passes(next - first, place);
  for (let pass = 0; pass < passes.count; pass++) {
    const works = new Map<string, SubjectWork>();
    const rows = new SetRows();
    let events = 0;
    let done = pass * (next - first);
    const workOf = (subject: string): SubjectWork => {
      const work = works.get(subject) ?? { subject, partition, heard: [], poisoned: false };
      works.set(subject, work);
      return work;
    };
    await eventsLog.read(partition, first, next, async (records) => {
      for (const record of records) {
        const problem = refused.get(`${partition}/${record.offset}`);
        const read = passes.read(record, pass);
        if (read === null) continue;
        const taken = problem === undefined ? read : park(record, place, 'write', problem);
        if (taken.ok) {
          events += 1;
          workOf(taken.heard.event.subject).heard.push(taken.heard);
        } else {
          rows.parked.push(taken.parked);
          if (taken.parked.subject !== null) workOf(taken.parked.subject).poisoned = true;
        }
      }
      done += records.length;
      onProgress?.({ partition, partitions, done, of: passes.count * (next - first) });
      await letOthersRun();
    });
    yield { rows, subjects: new Set(works.keys()), failed: await foldAll(works.values(), rows, configuration), events };
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
    if (state.alerts.length > 0) rows.alerts.push(...toldAlerts(state));
    for (const { source, id, others } of conflicts) for (const digest of others) rows.conflicts.push({ subject, source, id, digest });
    return true;
  } catch {
    rows.others.push({ subject, partition, incomplete: 'fold' });
    return false;
  }
}
