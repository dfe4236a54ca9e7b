import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { CurrentSet } from '../sets/current-set.js';
import { arrayLiteral } from '../write/cell.js';
import { eachById, eachBySubject } from '../write/each-by-subject.js';
import { askPrepared } from '../write/prepared.js';
import { copyOut } from './copy-out.js';
import type { Snapshot } from './snapshot.js';

/** A deadline as a clock needs it. Instants are epoch milliseconds. */
export interface ClockRow {
  readonly id: number;
  readonly lead: string;
  readonly dueAt: number;
}

/** A deadline of a lead, with what names its alert. */
export interface LeadDeadline extends ClockRow {
  readonly step: string;
  /** as `nameText` of libs/domain/src/alerts writes them */
  readonly policy: string;
  readonly clock: string;
}

/** A deadline whose time has come, with what decides whether and whom it tells. */
export interface DueDeadline extends LeadDeadline {
  /** the projector wrote it after its time: an import, a catch-up, an event that came late */
  readonly wasPast: boolean;
  readonly partition: number;
  readonly owner: string | null;
  readonly team: string | null;
}

/** A step that tells again; `policy` as `nameText` writes it. */
export interface RepeatingStep {
  readonly policy: string;
  readonly step: string;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** Older than this when it was written, a deadline tells nobody: it came with history (docs/decisions/alerts.md). */
const OLD = `interval '1 hour'`;
const rings = (row: string): string => `${row}.due_at > ${row}.written_at - ${OLD}`;

/** `take` is handed the number of a deadline, the instant, and where the bytes of the lead's name lie. */
type TakeDeadline = (id: number, dueAt: number, bytes: Uint8Array, start: number, end: number) => void;

/**
 * Streams all deadlines of the set that may have to be told of; memory stays bounded. First those of which nobody was told: who was told waits for a
 * repeat at most. Of the others only those come whose step repeats, or whose alert somebody has put off; one may come twice.
 */
export async function eachDeadline({ em, set }: Snapshot, repeating: readonly RepeatingStep[], take: TakeDeadline): Promise<void> {
  const deadlines = `${set.name}.deadline d`;
  const stream = (from: string) =>
    copyOut(em, `select d.id, ${ms('d.due_at')}, d.lead from ${from} and ${rings('d')}`, 3, (row) =>
      take(row.number(0), row.number(1), row.bytes, row.start(2), row.end(2)),
    );
  await stream(
    `${deadlines} where not exists (
       select from public.alert a where a.lead = d.lead and a.step = d.step and a.due_at >= d.due_at and a.ended_at is null)`,
  );
  // a subquery, so that it is hashed: as a list each deadline would be held against each of them
  const repeats = repeating.map(({ policy, step }) => `(${escapeLiteral(policy)}, ${escapeLiteral(step)})`);
  const tellsAgain = repeats.length === 0 ? 'false' : `(d.policy, d.step) in (select * from (values ${repeats.join(', ')}) r)`;
  await stream(
    `(select lead, step, bool_or(snoozed_until is not null) as put_off from public.alert where ended_at is null group by lead, step) a
       join ${deadlines} on d.lead = a.lead and d.step = a.step where (a.put_off or ${tellsAgain})`,
  );
}

/** What some leads have; a lead is where it stands among those that were asked about, from 0. */
export interface ClocksOfLeads {
  readonly deadlines: readonly { readonly id: number; readonly lead: number; readonly dueAt: number }[];
  /** the numbers of all that are still there, those that were asked about, too, whosever they are */
  readonly standing: ReadonlySet<number>;
  /** of which people were told, and are so still */
  readonly told: readonly number[];
}

/**
 * The deadlines that these leads have, whether those with these numbers are still there, and which of the leads have an open alert: by one statement, which
 * is asked several times a second about hundreds of leads.
 */
export async function clocksOfLeads(
  from: EntityManager,
  set: string,
  leads: readonly string[],
  ids: readonly number[],
): Promise<ClocksOfLeads> {
  const each = `unnest($1::text[]) with ordinality w(lead, at) cross join lateral`;
  const rows = await askPrepared<{ id: number | null; at: number | null; dueAt: number | null }>(
    from,
    `select t.id, w.at::int as at, ${ms('t.due_at')} as "dueAt" from ${each} (select * from ${set}.deadline where lead = w.lead offset 0) t where ${rings('t')}
      union all
     select d.id, null, null from ${eachById(`${set}.deadline`, 2)} d where ${rings('d')}
      union all
     select null, w.at::int, null from ${each} (select from public.alert where lead = w.lead and ended_at is null limit 1 offset 0) a`,
    [arrayLiteral(leads), arrayLiteral(ids)],
  );
  const deadlines: { id: number; lead: number; dueAt: number }[] = [];
  const standing = new Set<number>();
  const told: number[] = [];
  for (const { id, at, dueAt } of rows) {
    if (id !== null) standing.add(id);
    if (at === null) continue;
    if (id !== null && dueAt !== null) deadlines.push({ id, lead: at - 1, dueAt });
    else told.push(at - 1);
  }
  return { deadlines, standing, told };
}

/** Those of these deadlines that are still there. None when another set became the current one: its own deadlines count. */
export function dueDeadlines(em: EntityManager, { name, epoch }: CurrentSet, ids: readonly number[]): Promise<readonly DueDeadline[]> {
  return askPrepared<DueDeadline>(
    em,
    `select d.id, d.lead, d.step, d.policy, d.clock, ${ms('d.due_at')} as "dueAt", d.written_at > d.due_at as "wasPast", l.partition, l.owner, l.team
       from ${eachById(`${name}.deadline`, 1)} d
      cross join lateral (select * from ${name}.lead where subject = d.lead offset 0) l join current_set c on c.epoch = $2
      order by d.id`,
    [ids, epoch],
  );
}

/** Those of a lead that somebody is or was to be told of, in the order of their instants. */
export const deadlinesOfLead = ({ em, set: { name } }: Snapshot, lead: string): Promise<readonly DueDeadline[]> =>
  askPrepared<DueDeadline>(
    em,
    `select d.id, d.lead, d.step, d.policy, d.clock, ${ms('d.due_at')} as "dueAt", d.written_at > d.due_at as "wasPast", l.partition, l.owner, l.team
       from ${name}.deadline d join ${name}.lead l on l.subject = d.lead
      where d.lead = $1 and ${rings('d')} order by d.due_at, d.id`,
    [lead],
  );

/** What these leads have: `stands` is asked of each open alert. */
export async function deadlinesThatStand(em: EntityManager, set: string, leads: readonly string[]): Promise<readonly LeadDeadline[]> {
  return em.query<LeadDeadline[]>(
    `select t.id, t.lead, t.step, t.policy, t.clock, ${ms('t.due_at')} as "dueAt" from ${eachBySubject(`${set}.deadline`, 'lead')} t`,
    [leads],
  );
}

/** Holds the current set for the transaction; false: another one is read now. */
export async function holdCurrentSet(em: EntityManager, { epoch }: CurrentSet): Promise<boolean> {
  const rows = await em.query<unknown[]>('select 1 from current_set where epoch = $1 for share', [epoch]);
  return rows.length > 0;
}

/** How far the projector has come in each partition of the log: the offset that it reads next. */
export const offsetsRead = (dataSource: DataSource, set: string): Promise<readonly { partition: number; next: number }[]> =>
  dataSource.query<{ partition: number; next: number }[]>(
    `select partition, next_offset as next from ${set}.checkpoint order by partition`,
  );
