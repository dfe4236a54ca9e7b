import type { ToldRound } from '@leadclock/domain/alerts/next-round-snoozed.js';
import type { EntityManager } from 'typeorm';
import type { RaisedAlert } from '../outside/alert.table.js';
import { type CurrentSet, currentSet } from '../sets/current-set.js';

/** What people were told, as it stands. Instants are epoch milliseconds. */
export interface AlertRow extends RaisedAlert {
  /** whose the lead is now; null: nobody's */
  readonly owner: string | null;
  /** somebody else has the lead, or nobody has it any more, since the alert was raised; what its own step did with it may not have been read yet */
  readonly moved: boolean;
  /** who had the lead once the alert's step had given it on, empty: nobody; null: it is not known */
  readonly heldThen: string | null;
  /** the lead's team now */
  readonly team: string | null;
  /** when the lead's target passes or has passed; null: it has none now */
  readonly targetAt: number | null;
  /** the lead was answered: whoever is told of it is to speak with it */
  readonly isAnswered: boolean;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  /** until when it was put off, by whom and why (a code) */
  readonly snoozedUntil: number | null;
  readonly snoozedBy: string | null;
  readonly snoozedReason: string | null;
  readonly endedAt: number | null;
  /** retracted: it should not have been raised; null: it is open */
  readonly ended: 'resolved' | 'retracted' | null;
  readonly changeNo: number;
}

const ms = (column: string): string => `(extract(epoch from a.${column}) * 1000)::bigint`;

const rowsOf = (set: string, where: string): string =>
  `select a.id, a.lead, a.step, ${ms('due_at')} as "dueAt", ${ms('raised_at')} as "raisedAt", a.rep, l.owner, coalesce(l.subject is not null and coalesce(l.owner, '') <> a.owners[cardinality(a.owners)]
            and (coalesce(l.owner, '') <> a.owners[1] or l.owner_since > a.raised_at), false) as moved, a.owners[cardinality(a.owners)] as "heldThen", l.team,
          (extract(epoch from l.due_at) * 1000)::bigint as "targetAt", l.answered_at is not null as "isAnswered", a.unconfirmed, ${ms('acknowledged_at')} as "acknowledgedAt", a.acknowledged_by as "acknowledgedBy",
          ${ms('snoozed_until')} as "snoozedUntil", a.snoozed_by as "snoozedBy", a.snoozed_reason as "snoozedReason", ${ms('ended_at')} as "endedAt", a.ended,
          a.change_no as "changeNo"
     from alert a left join lateral (select subject, owner, owner_since, team, due_at, answered_at from ${set}.lead where subject = a.lead offset 0) l on true
    where ${where} order by a.due_at, a.id`;

async function select(em: EntityManager, where: string, parameters: readonly unknown[]): Promise<readonly AlertRow[]> {
  const { name } = await currentSet(em);
  return em.query<AlertRow[]>(rowsOf(name, where), [...parameters]);
}

/** All that are open, by their deadlines. */
export const openAlerts = (em: EntityManager): Promise<readonly AlertRow[]> => select(em, 'a.ended_at is null', []);

/** The open ones of a lead, by their deadlines. */
export const alertsOfLead = (em: EntityManager, lead: string): Promise<readonly AlertRow[]> =>
  select(em, 'a.ended_at is null and a.lead = $1', [lead]);

/** Those with these ids. */
export const alertsNamed = (em: EntityManager, ids: readonly string[]): Promise<readonly AlertRow[]> =>
  select(em, 'a.id = any($1::text[])', [ids]);

/**
 * Those that changed after this number of the lane, as they are now, and the number to go on from; null: another set is read than the caller knows. One
 * statement: who waits for an alert waits for nothing else.
 */
export async function alertsSince(
  em: EntityManager,
  { name, epoch }: CurrentSet,
  changeNo: number,
): Promise<{ readonly changeNo: number; readonly rows: readonly AlertRow[] } | null> {
  // at least one, which says how far the lane is: without an alert where nothing has changed
  const rows = await em.query<(Omit<AlertRow, 'id'> & { readonly id: string | null; readonly lane: number })[]>(
    `select r.*, lane.change_no as lane from alert_lane lane join current_set c on c.epoch = $2
       left join lateral (${rowsOf(name, 'a.change_no > $1 and lane.change_no > $1')}) r on true`,
    [changeNo, epoch],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return { changeNo: first.lane, rows: rows.flatMap(({ lane, id, ...row }) => (id === null || lane === changeNo ? [] : [{ id, ...row }])) };
}

/** The number of the last change of an alert. */
export async function alertLane(em: EntityManager): Promise<number> {
  const [row] = await em.query<{ changeNo: number }[]>('select change_no as "changeNo" from alert_lane');
  if (row === undefined) throw new Error('alert_lane has no row: migrate was not called');
  return row.changeNo;
}

/** What was raised under these ids. */
export async function raisedOf(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ToldRound>> {
  const rows = await em.query<{ id: string; ended: 'resolved' | 'retracted' | null; dueAt: number; snoozedUntil: number | null }[]>(
    `select a.id, a.ended, ${ms('due_at')} as "dueAt", ${ms('snoozed_until')} as "snoozedUntil" from alert a where a.id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ended, ...round }) => [id, { state: ended ?? 'open', ...round }]));
}

const OPEN = `select a.id, a.lead, a.step, ${ms('due_at')} as "dueAt", ${ms('raised_at')} as "raisedAt", a.rep, a.unconfirmed
  from alert a where a.ended_at is null`;

/** The open alerts of these leads. */
export const openAlertsOf = (em: EntityManager, leads: readonly string[]): Promise<readonly RaisedAlert[]> =>
  em.query<RaisedAlert[]>(`${OPEN} and a.lead = any($1::text[])`, [leads]);

/** Those of these leads of which an open alert was put off. */
export async function leadsPutOff(em: EntityManager, leads: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.query<{ lead: string }[]>(
    'select distinct lead from alert where lead = any($1::text[]) and ended_at is null and snoozed_until is not null',
    [leads],
  );
  return new Set(rows.map(({ lead }) => lead));
}

/** A page of all open alerts, after this id. */
export const openAlertsAfter = (em: EntityManager, id: string, limit: number): Promise<readonly RaisedAlert[]> =>
  em.query<RaisedAlert[]>(`${OPEN} and a.id > $1 order by a.id limit ${Math.trunc(limit)}`, [id]);
