import type { EntityManager } from 'typeorm';
import { type Change, insertChanges } from './change.table.js';
import { type Move, moveCheckpoints } from './checkpoint.table.js';
import { type ConflictRow, insertConflicts, replaceConflicts } from './conflict.table.js';
import { deadlineKeys, deadlineRows, deadlineShape } from './deadline.table.js';
import { endFacts, factEnds, factKeys, factRows, factShape } from './fact.table.js';
import { deleteRows, insertRows, putRows } from './insert-rows.js';
import { leadRows, leadShape, markComplete, markIncomplete, otherRows, otherSubjectShape, subjectKeys } from './lead.table.js';
import { deleteParked, insertParked, type ParkedRow } from './parked.table.js';
import { prepared } from './prepared.js';
import { lowerRecordedTimes, type TimelineRow, timelineRows } from './timeline.table.js';

/** The rows that one transaction writes; a projector fills it subject by subject. */
export class SetRows {
  readonly timeline = timelineRows();
  readonly lowered: TimelineRow[] = [];
  readonly leads = leadRows();
  readonly others = otherRows();
  /** subjects whose row in `lead` or `other_subject` is there and is replaced, or goes */
  readonly knownLeads = subjectKeys();
  readonly knownOthers = subjectKeys();
  readonly goneLeads = subjectKeys();
  readonly goneOthers = subjectKeys();
  readonly facts = factRows();
  /** facts that are there and get another `until` only */
  readonly endedFacts = factEnds();
  readonly replacedFacts = factKeys();
  readonly goneFacts = factKeys();
  readonly deadlines = deadlineRows();
  readonly goneDeadlines = deadlineKeys();
  readonly conflicted: string[] = [];
  readonly conflicts: ConflictRow[] = [];
  readonly parked: ParkedRow[] = [];
  readonly released: ParkedRow[] = [];
  /** subjects of which no event is parked any more */
  readonly complete: string[] = [];
  readonly incomplete: { readonly subject: string; readonly why: 'parked' | 'fold' }[] = [];
}

export interface SetTransaction {
  readonly set: string;
  readonly epoch: number;
  readonly moves: readonly Move[];
  readonly changes: readonly Change[];
  readonly rows: SetRows;
}

/** Writes all of it, or throws (CheckpointMoved when another writer was there): the caller's transaction then rolls back. */
export async function writeSetRows(em: EntityManager, { set, epoch, moves, changes, rows }: SetTransaction): Promise<void> {
  // thousands of keys against a large table: the planner would read all of it for a hash join, and the more the larger it grows
  await prepared(em, `select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`, []);
  await moveCheckpoints(em, set, moves);
  await insertRows(em, set, rows.timeline);
  await lowerRecordedTimes(em, set, rows.lowered);
  await deleteRows(em, set, leadShape, rows.goneLeads);
  await putRows(em, set, rows.leads, rows.knownLeads);
  await deleteRows(em, set, otherSubjectShape, rows.goneOthers);
  await putRows(em, set, rows.others, rows.knownOthers);
  await deleteRows(em, set, factShape, rows.goneFacts);
  await putRows(em, set, rows.facts, rows.replacedFacts);
  await endFacts(em, set, rows.endedFacts);
  await deleteRows(em, set, deadlineShape, rows.goneDeadlines);
  await insertRows(em, set, rows.deadlines);
  await replaceConflicts(em, set, rows.conflicted, rows.conflicts);
  await insertParked(em, set, rows.parked);
  await deleteParked(em, set, rows.released);
  await markComplete(em, set, rows.complete);
  for (const why of ['parked', 'fold'] as const)
    await markIncomplete(
      em,
      set,
      rows.incomplete.filter((mark) => mark.why === why).map((mark) => mark.subject),
      why,
    );
  await insertChanges(em, set, epoch, changes);
}

/** Writes the rows of new subjects into `schema`, a bare set or pg_temp: what stands in timeline, lead, fact and deadline. */
export async function insertDerivedRows(em: EntityManager, schema: string, rows: SetRows): Promise<void> {
  await insertRows(em, schema, rows.timeline);
  await insertRows(em, schema, rows.leads);
  await insertRows(em, schema, rows.facts);
  await insertRows(em, schema, rows.deadlines);
}

/** What a bare set has besides. */
export async function insertOtherRows(em: EntityManager, set: string, rows: SetRows): Promise<void> {
  await insertRows(em, set, rows.others);
  await insertConflicts(em, set, rows.conflicts);
  await insertParked(em, set, rows.parked);
}
