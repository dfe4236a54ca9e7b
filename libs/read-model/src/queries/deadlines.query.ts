import type { EntityManager } from 'typeorm';
import { eachBySubject } from '../write/each-by-subject.js';
import type { Snapshot } from './snapshot.js';

const pageRows = 20_000;

/** A deadline as a clock needs it. Instants are epoch milliseconds. */
export interface ClockRow {
  readonly id: number;
  readonly lead: string;
  readonly dueAt: number;
}

/** A deadline whose time has come, with what decides whether and whom it tells. */
export interface DueDeadline extends ClockRow {
  readonly step: string;
  /** as `nameText` of libs/domain/src/alerts writes them */
  readonly policy: string;
  readonly clock: string;
  /** the projector wrote it after its time: an import, a catch-up, an event that came late */
  readonly wasPast: boolean;
  /** when the lead's latest event was heard */
  readonly heardAt: number;
  readonly partition: number;
  readonly owner: string | null;
}

/** How a lead stands now whose deadline has gone, or moved. */
export interface AlertedLead {
  readonly lead: string;
  readonly answeredAt: number | null;
  readonly contactedAt: number | null;
  readonly closedAt: number | null;
  /** its deadlines that are left, by step */
  readonly dueAts: Readonly<Record<string, number>>;
}

const ms = (column: string): string => `floor(extract(epoch from ${column}) * 1000)::float8`;

/** All deadlines of the set that is read, a page at a time. */
export async function eachDeadline({ em, set }: Snapshot, take: (row: ClockRow) => void): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await em.query<ClockRow[]>(
      `select id::float8 as id, lead, ${ms('due_at')} as "dueAt" from ${set.name}.deadline where id > $1 order by id limit ${pageRows}`,
      [after],
    );
    for (const row of rows) take(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = last.id;
  }
}

/** The deadlines that these leads have. */
export const deadlinesOfLeads = ({ em, set }: Snapshot, leads: readonly string[]): Promise<ClockRow[]> =>
  em.query<ClockRow[]>(
    `select t.id::float8 as id, t.lead, ${ms('t.due_at')} as "dueAt" from ${eachBySubject(`${set.name}.deadline`, 'lead')} t`,
    [leads],
  );

/** The numbers of those of these deadlines that are still there. */
export async function idsThatStand({ em, set }: Snapshot, ids: readonly number[]): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const rows = await em.query<{ id: number }[]>(`select id::float8 as id from ${set.name}.deadline where id = any($1::bigint[])`, [ids]);
  return rows.map(({ id }) => id);
}

/** How far the projector has come in each partition of the log: the offset that it reads next. */
export const offsetsRead = (em: EntityManager, set: string): Promise<{ partition: number; next: number }[]> =>
  em.query<{ partition: number; next: number }[]>(
    `select partition, next_offset::float8 as next from ${set}.checkpoint order by partition`,
  );

/** Those of these deadlines that still stand, held until the transaction ends: the projector cannot take one away meanwhile. */
export const standingDeadlines = (em: EntityManager, set: string, ids: readonly number[]): Promise<DueDeadline[]> =>
  em.query<DueDeadline[]>(
    `select d.id::float8 as id, d.lead, d.step, d.policy, d.clock, ${ms('d.due_at')} as "dueAt", d.written_at > d.due_at as "wasPast",
            l.partition, l.owner,
            (select ${ms('max(t.recorded_at)')} from ${set}.timeline t where t.subject = d.lead) as "heardAt"
       from ${set}.deadline d join ${set}.lead l on l.subject = d.lead
      where d.id = any($1::bigint[]) order by d.id for key share of d`,
    [ids],
  );

/** How these leads stand. */
export const alertedLeads = (em: EntityManager, set: string, leads: readonly string[]): Promise<AlertedLead[]> =>
  em.query<AlertedLead[]>(
    `select t.subject as lead, ${ms('t.answered_at')} as "answeredAt", ${ms('t.contacted_at')} as "contactedAt", ${ms('t.closed_at')} as "closedAt",
            coalesce((select json_object_agg(d.step, ${ms('d.due_at')}) from ${set}.deadline d where d.lead = t.subject), '{}') as "dueAts"
       from ${eachBySubject(`${set}.lead`)} t`,
    [leads],
  );
