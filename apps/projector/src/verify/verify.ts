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
import { type Checkpoint, readCheckpoints } from '@leadclock/read-model/write/checkpoint.table.js';
import { loadRefused } from '@leadclock/read-model/write/parked.table.js';
import { insertDerivedRows, insertOtherRows } from '@leadclock/read-model/write/set-rows.js';
import type { DataSource, EntityManager } from 'typeorm';
import { ConfigHistory } from '../configuration/config-history.js';
import { readConfigLog } from '../configuration/read-config-log.js';
import { type Progress, recompute } from '../recompute/recompute.js';
import { DifferenceList } from './difference-list.js';
import { listPending } from './list-pending.js';
import { verifyConfiguration } from './verify-configuration.js';

export type { Progress } from '../recompute/recompute.js';
/** A row of the read model that is not what the log says. */
export type Difference = RowDifference;
/** A subject that cannot be judged now; why: parked, fold or sweep. */
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
    for (const checkpoint of checkpoints) events += await verifyPartition(asked, em, set, checkpoint, history, found);
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

async function verifyPartition(
  asked: VerifyAsked,
  em: EntityManager,
  set: string,
  checkpoint: Checkpoint,
  history: ConfigHistory,
  found: DifferenceList,
): Promise<number> {
  const { eventsLog, onProgress } = asked;
  const { partition, nextOffset, configOffset } = checkpoint;
  const refused = await loadRefused(em, set, eventsLog.topic, partition);
  const settings = { eventsLog, configuration: history.at(configOffset), refused, onProgress };
  let events = 0;
  for await (const pass of recompute(settings, { partition, first: 0, next: nextOffset })) {
    events += pass.events;
    await emptyExpectedTables(em);
    await emptySubjectList(em, JUDGED);
    await insertDerivedRows(em, 'pg_temp', pass.rows);
    await insertOtherRows(em, 'pg_temp', pass.rows);
    await addSubjects(em, JUDGED, pass.subjects);
    await addSubjects(em, KNOWN, pass.subjects);
    await addSubjects(em, PENDING, pass.failed, 'fold');
    await takeOff(em, JUDGED, PENDING);
    await analyzeExpectedTables(em);
    for (const table of comparedTables) found.add(await compareTable(em, table, 'pg_temp', set, `pg_temp.${JUDGED}`, SHOWN));
  }
  return events;
}
