import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { forgetPeopleIn } from '../outside/erased.table.js';
import { type Change, insertChanges } from './change.table.js';
import { type Move, moveCheckpoints } from './checkpoint.table.js';
import { type ConflictRow, insertConflicts, replaceConflicts } from './conflict.table.js';
import { deadlineKeys, deadlineRows, deadlineShape } from './deadline.table.js';
import { endFacts, factEnds, factKeys, factRows, factShape } from './fact.table.js';
import { deleteRows, insertRows, needsCopy, putRows } from './insert-rows.js';
import { leadRows, leadShape, markComplete, markIncomplete, otherRows, otherSubjectShape, subjectKeys } from './lead.table.js';
import { insertMerges, type MergeRow, replaceMerges } from './merge.table.js';
import { deleteParked, insertParked, type ParkedRow } from './parked.table.js';
import { clientOf, prepared } from './prepared.js';
import { deleteRefolds, insertRefolds, type RefoldRow } from './refold.table.js';
import { lowerRecordedTimes, type TimelineRow, timelineRows } from './timeline.table.js';
import { putToldAlerts, type ToldAlert } from './told-alert.table.js';

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
  /** what the events of alerts come to, for the table outside of the set */
  readonly alerts: ToldAlert[] = [];
  /** leads whose person was erased, in whatever lead of a merged one: nothing of theirs stays in the vault */
  readonly erased: string[] = [];
  readonly conflicted: string[] = [];
  readonly conflicts: ConflictRow[] = [];
  /** leads whose merges are replaced, and what they are now */
  readonly mergedChildren: string[] = [];
  readonly merges: MergeRow[] = [];
  readonly refolds: RefoldRow[] = [];
  /** ids in `refold` that are done by this */
  readonly refolded: number[] = [];
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
export async function writeSetRows(em: EntityManager, transaction: SetTransaction): Promise<void> {
  const { set, rows } = transaction;
  for (const statement of usualStatements(await clientOf(em), transaction)) await statement();
  await lowerRecordedTimes(em, set, rows.lowered);
  await replaceConflicts(em, set, rows.conflicted, rows.conflicts);
  await replaceMerges(em, set, rows.mergedChildren, rows.merges);
  await forgetPeopleIn(em, rows.erased);
  await deleteRefolds(em, set, rows.refolded);
  await insertRefolds(em, set, rows.refolds);
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
}

/** Whether `sendSetRows` may write these: few rows, and nothing but what most events come to. */
export function isUsual(rows: SetRows): boolean {
  const { lowered, conflicted, parked, released, complete, incomplete, mergedChildren, refolds, refolded, erased } = rows;
  const unusual = [lowered, conflicted, parked, released, complete, incomplete, mergedChildren, refolds, refolded, erased];
  const written = [rows.timeline, rows.leads, rows.others, rows.facts, rows.deadlines];
  return unusual.every((list) => list.length === 0) && written.every((table) => !needsCopy(table));
}

/** As `writeSetRows`, all statements at once: for a client that need not wait for one answer to ask for the next. */
export function sendSetRows(client: Client, transaction: SetTransaction): readonly Promise<void>[] {
  return usualStatements(client, transaction).map((statement) => statement());
}

/** In order: whoever lost his partition learns it before he has written. */
function usualStatements(client: Client, { set, epoch, moves, changes, rows }: SetTransaction): readonly (() => Promise<void>)[] {
  return [
    () => planForFewRows(client),
    () => moveCheckpoints(client, set, moves),
    () => insertRows(client, set, rows.timeline),
    () => deleteRows(client, set, leadShape, rows.goneLeads),
    () => putRows(client, set, rows.leads, rows.knownLeads),
    () => deleteRows(client, set, otherSubjectShape, rows.goneOthers),
    () => putRows(client, set, rows.others, rows.knownOthers),
    () => deleteRows(client, set, factShape, rows.goneFacts),
    () => putRows(client, set, rows.facts, rows.replacedFacts),
    () => endFacts(client, set, rows.endedFacts),
    () => deleteRows(client, set, deadlineShape, rows.goneDeadlines),
    () => insertRows(client, set, rows.deadlines),
    // the lane of alerts is locked last: whoever raises an alert holds its deadline by then
    () => putToldAlerts(client, rows.alerts),
    () => insertChanges(client, set, epoch, changes),
  ];
}

/** Thousands of keys against a large table: the planner would read all of it for a hash join, and the more the larger it grows. */
async function planForFewRows(client: Client): Promise<void> {
  await prepared(client, `select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`, []);
}

/** Writes the rows of new subjects into `schema`, a bare set or pg_temp: what stands in timeline, lead, fact and deadline. */
export async function insertDerivedRows(em: EntityManager, schema: string, rows: SetRows): Promise<void> {
  const client = await clientOf(em);
  await insertRows(client, schema, rows.timeline);
  await insertRows(client, schema, rows.leads);
  await insertRows(client, schema, rows.facts);
  await insertRows(client, schema, rows.deadlines);
}

/** What a bare set has besides. */
export async function insertOtherRows(em: EntityManager, set: string, rows: SetRows): Promise<void> {
  await insertRows(await clientOf(em), set, rows.others);
  await insertConflicts(em, set, rows.conflicts);
  await insertMerges(em, set, rows.merges);
  await insertParked(em, set, rows.parked);
}
