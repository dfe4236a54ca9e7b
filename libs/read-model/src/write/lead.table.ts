import type { LeadSummary } from '@leadclock/domain/lead/summary.js';
import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';
import { eachBySubject } from './each-by-subject.js';
import { KeyRows } from './key-rows.js';
import { type Row, type TableShape, TextRows } from './text-rows.js';

/** Why the rows of a subject may not say all that its log says: an event of it could not be read, or its fold threw. */
export type Incomplete = 'parked' | 'fold';

/** One lead as lists and the rep's queue need it: what it comes to, where it lies, and what is missing of it. */
export interface LeadRow {
  readonly summary: LeadSummary;
  readonly partition: number;
  readonly incomplete: Incomplete | null;
}

export const leadShape: TableShape = {
  name: 'lead',
  key: 1,
  columns: {
    subject: 'text',
    partition: 'smallint',
    events: 'int',
    arrived_at: 'timestamptz',
    historical: 'boolean',
    status: 'text',
    owner: 'text',
    owner_since: 'timestamptz',
    team: 'text',
    origin: 'text',
    campaign: 'text',
    channel: 'text',
    segment: 'text',
    product: 'text',
    amount: 'bigint',
    currency: 'text',
    answered_at: 'timestamptz',
    answered_by: 'text',
    contacted_at: 'timestamptz',
    received_at: 'timestamptz',
    assigned_at: 'timestamptz',
    assigned_by_rep: 'boolean',
    seen_at: 'timestamptz',
    claimed_at: 'timestamptz',
    attempted_at: 'timestamptz',
    closed_at: 'timestamptz',
    closed_reason: 'text',
    paused_at: 'timestamptz',
    due_at: 'timestamptz',
    waits_until: 'timestamptz',
    dispute: 'text',
    odd: 'text[]',
    touches: 'int',
    open_deals: 'int',
    last_at: 'timestamptz',
    reps: 'text[]',
    pipelines: 'text[]',
    incomplete: 'text',
  },
};

const leadCells = ({ summary: lead, partition, incomplete }: LeadRow): Row => [
  lead.subject,
  partition,
  lead.events,
  timestamp(lead.arrivedAt),
  lead.historical,
  lead.status,
  lead.owner,
  timestamp(lead.ownerSince),
  lead.team,
  lead.origin,
  lead.campaign,
  lead.channel,
  lead.segment,
  lead.product,
  lead.amount,
  lead.currency,
  timestamp(lead.answeredAt),
  lead.answeredBy,
  timestamp(lead.contactedAt),
  timestamp(lead.receivedAt),
  timestamp(lead.assignedAt),
  lead.assignedByRep,
  timestamp(lead.seenAt),
  timestamp(lead.claimedAt),
  timestamp(lead.attemptedAt),
  timestamp(lead.closedAt),
  lead.closedReason,
  timestamp(lead.pausedAt),
  timestamp(lead.dueAt),
  timestamp(lead.waitsUntil),
  lead.dispute,
  arrayLiteral(lead.odd),
  lead.touches,
  lead.openDeals,
  timestamp(lead.lastAt),
  arrayLiteral(lead.reps),
  arrayLiteral(lead.pipelines),
  incomplete,
];

export const leadRows = (): TextRows<LeadRow> => new TextRows(leadShape, leadCells);

/** The subjects of rows in `lead` or `other_subject`. */
export const subjectKeys = (): KeyRows<string> => new KeyRows(1, (subject) => [subject]);

/** A subject without a row in `lead`: a rate, a spend, a subscription, or a lead that was merged away. */
export interface OtherRow {
  readonly subject: string;
  readonly partition: number;
  readonly incomplete: Incomplete | null;
  /** the lead that it belongs to now; null: it is no lead */
  readonly mergedInto: string | null;
}

export const otherSubjectShape: TableShape = {
  name: 'other_subject',
  key: 1,
  columns: { subject: 'text', partition: 'smallint', incomplete: 'text', merged_into: 'text' },
};

export const otherRows = (): TextRows<OtherRow> =>
  new TextRows(otherSubjectShape, (row) => [row.subject, row.partition, row.incomplete, row.mergedInto]);

export interface KnownSubject {
  readonly subject: string;
  readonly lead: boolean;
  readonly incomplete: Incomplete | null;
  readonly mergedInto: string | null;
}

/** Which of these subjects have a row already, in `lead` or in `other_subject`. */
export async function loadKnownSubjects(
  from: DataSource | EntityManager,
  set: string,
  subjects: readonly string[],
): Promise<readonly KnownSubject[]> {
  return from.query<KnownSubject[]>(
    `select t.subject, true as lead, t.incomplete, null as "mergedInto" from ${eachBySubject(`${set}.lead`)} t
     union all select t.subject, false, t.incomplete, t.merged_into from ${eachBySubject(`${set}.other_subject`)} t`,
    [arrayLiteral(subjects)],
  );
}

/** The rows of these subjects are what could be read; their events that could not are in `parked`. */
export async function markIncomplete(em: EntityManager, set: string, subjects: readonly string[], why: Incomplete): Promise<void> {
  if (subjects.length === 0) return;
  for (const table of ['lead', 'other_subject'])
    await em.query(`update ${set}.${table} set incomplete = $2 where subject = any($1) and (incomplete is null or $2 = 'fold')`, [
      arrayLiteral(subjects),
      why,
    ]);
}

/** Every event of these subjects is read now. */
export async function markComplete(em: EntityManager, set: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  for (const table of ['lead', 'other_subject'])
    await em.query(`update ${set}.${table} set incomplete = null where subject = any($1) and incomplete = 'parked'`, [
      arrayLiteral(subjects),
    ]);
}
