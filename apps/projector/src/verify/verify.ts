import type { Merges } from '@leadclock/domain/merges/resolve-merges.js';
import { type EventLog, LogGap } from '@leadclock/event-log/event-log.js';
import { compareParked, createExpectedLike, listReadable } from '@leadclock/read-model/compare/compare-parked.js';
import type { RowDifference } from '@leadclock/read-model/compare/compare-rows.js';
import {
  analyzeExpectedTables,
  comparedTables,
  compareTable,
  createExpectedTables,
  emptyExpectedTables,
  strangers,
} from '@leadclock/read-model/compare/compare-schemas.js';
import {
  addSubjects,
  createSubjectList,
  emptySubjectList,
  type ListedSubject,
  readSubjectList,
  takeOff,
} from '@leadclock/read-model/compare/subject-list.js';
import { currentMadeSet, type Derivations, madeOtherwise } from '@leadclock/read-model/sets/derivation.js';
import { readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { loadRefused } from '@leadclock/read-model/write/parked.table.js';
import { insertDerivedRows, insertOtherRows } from '@leadclock/read-model/write/set-rows.js';
import type { DataSource, EntityManager } from 'typeorm';
import { ConfigHistory } from '../configuration/config-history.js';
import { readConfigLog } from '../configuration/read-config-log.js';
import { type ReadRange, readMerges } from '../recompute/read-merges.js';
import { type Progress, type Recomputed, recompute } from '../recompute/recompute.js';
import { recomputeMerged } from '../recompute/recompute-merged.js';
import { DifferenceList } from './difference-list.js';
import { listPending } from './list-pending.js';
import { verifyConfiguration } from './verify-configuration.js';

export type { Progress } from '../recompute/recompute.js';
/** A row of the read model that is not what the log says. */
export type Difference = RowDifference;
/** A subject that cannot be judged now; why: parked, fold, sweep or refold. */
export type PendingSubject = ListedSubject;

export interface VerifyAsked {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly configLog: EventLog;
  readonly onProgress?: (progress: Progress) => void;
}

export interface VerifyReport {
  readonly set: string;
  /** where they differ, that is why rows do */
  readonly derivation: Derivations;
  /** events of the log that the comparison covers */
  readonly events: number;
  readonly subjects: number;
  /** how many differences there are */
  readonly differing: number;
  /** the first 100 of them */
  readonly differences: readonly Difference[];
  readonly pendingSubjects: number;
  /** the first 100 of them */
  readonly pending: readonly PendingSubject[];
}

const SHOWN = 100;
/** Subjects of one pass that are judged, subjects that are not, and all that the log knows. */
const JUDGED = 'judged_subject';
const PENDING = 'pending_subject';
const KNOWN = 'known_subject';

/**
 * Recomputes every subject from the log up to exactly the checkpoints and compares with what the read model holds in the same snapshot.
 * Runs beside a running projector and changes nothing. Throws LogGap when the log has not what the checkpoints say.
 */
export async function verify(asked: VerifyAsked): Promise<VerifyReport> {
  try {
    return await compareAll(asked);
  } catch (error) {
    // the tables of another derivation may have other columns
    const reason = error instanceof LogGap ? null : madeOtherwise((await currentMadeSet(asked.dataSource)).derivation);
    if (reason === null) throw error;
    throw new Error(`the set cannot be compared (${error instanceof Error ? error.message : String(error)}): ${reason}`, { cause: error });
  }
}

async function compareAll(asked: VerifyAsked): Promise<VerifyReport> {
  const history = new ConfigHistory();
  await readConfigLog(asked.configLog, history);
  const found = new DifferenceList(SHOWN);
  const report = await verifyInSnapshot(asked, history, found);
  for (const differences of await verifyConfiguration(asked, report.set, SHOWN)) found.add(differences);
  return { ...report, differing: found.count, differences: found.first };
}

function verifyInSnapshot(
  asked: VerifyAsked,
  history: ConfigHistory,
  found: DifferenceList,
): Promise<Omit<VerifyReport, 'differing' | 'differences'>> {
  const { eventsLog } = asked;
  return asked.dataSource.transaction('REPEATABLE READ', async (em) => {
    const { name: set, derivation } = await currentMadeSet(em);
    const checkpoints = await readCheckpoints(em, set);
    // a projector may have read configuration that came after our first look
    const needed = Math.max(...checkpoints.map((checkpoint) => checkpoint.configOffset));
    if (history.offset < needed) await readConfigLog(asked.configLog, history, needed);
    await createExpectedTables(em, set);
    await createExpectedLike(em, set, 'parked');
    for (const list of [JUDGED, PENDING, KNOWN]) await createSubjectList(em, list);
    await listPending(em, set, PENDING, history, checkpoints);
    let events = 0;
    const ranges: ReadRange[] = [];
    for (const { partition, nextOffset: next } of checkpoints)
      ranges.push({ partition, first: 0, next, refused: await loadRefused(em, set, eventsLog.topic, partition) });
    const { merges } = await readMerges(eventsLog, ranges);
    await listTied(em, PENDING, merges);
    const configurations = new Map(checkpoints.map(({ partition, configOffset }) => [partition, history.at(configOffset)]));
    const configurationOf = (partition: number) => configurations.get(partition) ?? history.current;
    const judge = async (shares: AsyncIterable<Recomputed>): Promise<void> => {
      for await (const share of shares) events += await judgeShare(em, set, share, merges, found);
    };
    for (const range of ranges)
      await judge(recompute({ eventsLog, merges, configuration: configurationOf(range.partition), onProgress: asked.onProgress }, range));
    await judge(recomputeMerged({ eventsLog, merges, configurationOf }, ranges));
    for (const table of comparedTables) found.add(await strangers(em, table, set, `pg_temp.${KNOWN}`, SHOWN));
    await listReadable(em, set, PENDING, asked.eventsLog.topic);
    found.add(await compareParked(em, set, { notTopic: asked.configLog.topic }, SHOWN));
    const pending = await readSubjectList(em, PENDING, SHOWN);
    const known = await readSubjectList(em, KNOWN, 1);
    return {
      set,
      derivation,
      events,
      subjects: known.count,
      pendingSubjects: pending.count,
      pending: pending.first,
    };
  });
}

async function judgeShare(em: EntityManager, set: string, share: Recomputed, merges: Merges, found: DifferenceList): Promise<number> {
  await emptyExpectedTables(em);
  await emptySubjectList(em, JUDGED);
  await insertDerivedRows(em, 'pg_temp', share.rows);
  await insertOtherRows(em, 'pg_temp', share.rows);
  await addSubjects(em, JUDGED, share.subjects);
  await addSubjects(em, KNOWN, share.subjects);
  await addSubjects(em, PENDING, new Set(share.failed.flatMap((subject) => merges.componentOf(subject))), 'fold');
  await takeOff(em, JUDGED, PENDING);
  await analyzeExpectedTables(em);
  for (const table of comparedTables) found.add(await compareTable(em, table, 'pg_temp', set, `pg_temp.${JUDGED}`, SHOWN));
  return share.events;
}

/** A merged lead cannot be judged while one that belongs to it cannot: whoever is tied to a pending one is pending, too. */
async function listTied(em: EntityManager, list: string, merges: Merges): Promise<void> {
  if (merges.leads.length === 0) return;
  const pending = await readSubjectList(em, list, Number.MAX_SAFE_INTEGER);
  for (const { subject, reason } of pending.first)
    await addSubjects(
      em,
      list,
      merges.componentOf(subject).filter((lead) => lead !== subject),
      reason,
    );
}
