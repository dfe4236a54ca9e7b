import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { EntityManager } from 'typeorm';
import { type Change, insertChanges } from './change.table.js';
import { type Move, moveCheckpoints } from './checkpoint.table.js';
import { type ConflictRow, insertConflicts, replaceConflicts } from './conflict.table.js';
import { type DeadlineRow, deadlineCells, deadlineKey, deadlineShape } from './deadline.table.js';
import { endFacts, type FactKey, factCells, factKey, factShape } from './fact.table.js';
import { deleteRows, insertRows, putRows } from './insert-rows.js';
import {
  type LeadRow,
  leadCells,
  leadShape,
  markComplete,
  markIncomplete,
  type OtherRow,
  otherCells,
  otherSubjectShape,
} from './lead.table.js';
import { deleteParked, insertParked, type ParkedRow } from './parked.table.js';
import { lowerRecordedTimes, type TimelineRow, timelineCells, timelineShape } from './timeline.table.js';

/** The rows that one transaction writes; a projector fills it subject by subject. */
export class SetRows {
  readonly timeline: TimelineRow[] = [];
  readonly lowered: TimelineRow[] = [];
  readonly leads: LeadRow[] = [];
  readonly others: OtherRow[] = [];
  /** subjects whose row in `lead` or `other_subject` is there and is replaced, or goes */
  readonly knownLeads: string[] = [];
  readonly knownOthers: string[] = [];
  readonly goneLeads: string[] = [];
  readonly goneOthers: string[] = [];
  readonly facts: Fact[] = [];
  /** facts that are there and get another `until` only */
  readonly endedFacts: Fact[] = [];
  readonly replacedFacts: Fact[] = [];
  readonly goneFacts: FactKey[] = [];
  readonly deadlines: DeadlineRow[] = [];
  readonly goneDeadlines: DeadlineRow[] = [];
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
  await em.query(`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`);
  await moveCheckpoints(em, set, moves);
  await insertRows(em, set, timelineShape, rows.timeline, timelineCells);
  await lowerRecordedTimes(em, set, rows.lowered);
  await deleteRows(em, set, leadShape, rows.goneLeads.map(asKey));
  await putRows(em, set, leadShape, rows.leads, leadCells, rows.knownLeads.map(asKey));
  await deleteRows(em, set, otherSubjectShape, rows.goneOthers.map(asKey));
  await putRows(em, set, otherSubjectShape, rows.others, otherCells, rows.knownOthers.map(asKey));
  await deleteRows(em, set, factShape, rows.goneFacts.map(factKey));
  await putRows(em, set, factShape, rows.facts, factCells, rows.replacedFacts.map(factKey));
  await endFacts(em, set, rows.endedFacts);
  await deleteRows(em, set, deadlineShape, rows.goneDeadlines.map(deadlineKey));
  await insertRows(em, set, deadlineShape, rows.deadlines, deadlineCells);
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
  await insertRows(em, schema, timelineShape, rows.timeline, timelineCells);
  await insertRows(em, schema, leadShape, rows.leads, leadCells);
  await insertRows(em, schema, factShape, rows.facts, factCells);
  await insertRows(em, schema, deadlineShape, rows.deadlines, deadlineCells);
}

/** What a bare set has besides. */
export async function insertOtherRows(em: EntityManager, set: string, rows: SetRows): Promise<void> {
  await insertRows(em, set, otherSubjectShape, rows.others, otherCells);
  await insertConflicts(em, set, rows.conflicts);
  await insertParked(em, set, rows.parked);
}

const asKey = (subject: string): readonly [string] => [subject];
