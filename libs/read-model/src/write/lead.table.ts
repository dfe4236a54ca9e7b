import type { LeadSummary } from '@leadclock/domain/lead/summary.js';
import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';
import { KeyRows } from './key-rows.js';
import { type Row, type TableShape, TextRows } from './text-rows.js';

/** Why the rows of a subject may not say all that its log says: an event of it could not be read, or its fold threw. */
export type Incomplete = 'parked' | 'fold';

/** One lead as lists and the rep's queue need it. Instants are epoch milliseconds. */
export interface LeadRow extends LeadSummary {
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
    closed_at: 'timestamptz',
    closed_reason: 'text',
    paused_at: 'timestamptz',
    due_at: 'timestamptz',
    waits_until: 'timestamptz',
    touches: 'int',
    open_deals: 'int',
    last_at: 'timestamptz',
    reps: 'text[]',
    pipelines: 'text[]',
    incomplete: 'text',
  },
};

const leadCells = (row: LeadRow): Row => [
  row.subject,
  row.partition,
  row.events,
  timestamp(row.arrivedAt),
  row.historical,
  row.status,
  row.owner,
  timestamp(row.ownerSince),
  row.team,
  row.origin,
  row.campaign,
  row.channel,
  row.segment,
  row.product,
  row.amount,
  row.currency,
  timestamp(row.answeredAt),
  row.answeredBy,
  timestamp(row.contactedAt),
  timestamp(row.closedAt),
  row.closedReason,
  timestamp(row.pausedAt),
  timestamp(row.dueAt),
  timestamp(row.waitsUntil),
  row.touches,
  row.openDeals,
  timestamp(row.lastAt),
  arrayLiteral(row.reps),
  arrayLiteral(row.pipelines),
  row.incomplete,
];

export const leadRows = (): TextRows<LeadRow> => new TextRows(leadShape, leadCells);

/** The subjects of rows in `lead` or `other_subject`. */
export const subjectKeys = (): KeyRows<string> => new KeyRows(1, (subject) => [subject]);

/** A subject that is no lead: a rate, a spend, a subscription. */
export interface OtherRow {
  readonly subject: string;
  readonly partition: number;
  readonly incomplete: Incomplete | null;
}

export const otherSubjectShape: TableShape = {
  name: 'other_subject',
  key: 1,
  columns: { subject: 'text', partition: 'smallint', incomplete: 'text' },
};

export const otherRows = (): TextRows<OtherRow> => new TextRows(otherSubjectShape, (row) => [row.subject, row.partition, row.incomplete]);

export interface KnownSubject {
  readonly subject: string;
  readonly lead: boolean;
  readonly incomplete: Incomplete | null;
}

/** Which of these subjects have a row already, in `lead` or in `other_subject`. */
export async function loadKnownSubjects(
  from: DataSource | EntityManager,
  set: string,
  subjects: readonly string[],
): Promise<readonly KnownSubject[]> {
  return from.query<KnownSubject[]>(
    `select subject, true as lead, incomplete from ${set}.lead where subject = any($1)
     union all select subject, false, incomplete from ${set}.other_subject where subject = any($1)`,
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
