import type { EntityManager } from 'typeorm';
import type { CurrentSet } from '../sets/current-set.js';
import { arrayLiteral } from '../write/cell.js';
import { eachById } from '../write/each-by-subject.js';
import { askPrepared } from '../write/prepared.js';
import { SPOOL_CHANNEL, type SpooledRecord } from './spool.table.js';
import { tellingOf } from './telling.table.js';

/** LISTEN on this channel to hear that alerts have changed; only a wake-up: what changed, the lane says. */
export const ALERT_CHANNEL = 'leadclock_alert';

/** An alert as it is raised. Instants are epoch milliseconds. */
export interface RaisedAlert {
  /** `alertId` of libs/domain/src/alerts */
  readonly id: string;
  readonly lead: string;
  readonly step: string;
  readonly dueAt: number;
  readonly raisedAt: number;
  /** whom it tells, as `audienceOf` of libs/domain/src/alerts says it; null: everybody */
  readonly rep: string | null;
  /** events that may take its reason away were not read yet when it was raised */
  readonly unconfirmed: boolean;
}

export interface AlertEnd {
  readonly id: string;
  readonly ended: 'resolved' | 'retracted';
}

/** Whoever changes alerts locks the lane first: changes become visible in the order of their numbers. */
const lane = (when = 'true') => `lane as (update alert_lane set change_no = change_no + 1 where ${when} returning change_no)`;
const called = `(select pg_notify('${ALERT_CHANNEL}', ''))`;
const instant = (value: string): string => `to_timestamp(${value} / 1000.0)`;

/** An alert to be raised: of a deadline, with the records that say in the log that it was, and what its step did besides. */
export interface Raising {
  readonly deadline: number;
  readonly alert: RaisedAlert;
  /** whose the lead is, before and after its step gives it on; null: nobody's */
  readonly owners: readonly (string | null)[];
  readonly records: readonly SpooledRecord[];
}

/**
 * Raises those that nobody has raised yet and whose deadline still stands in the set that is read, and puts their records into the spool: one
 * statement, so all of it or nothing, and one way to the database between a deadline and its alert. Answers the ids. A deadline that the projector is about
 * to take away is left alone, to be looked at again: who waited for it, holding others that the projector wants, would wait for a deadlock to be noticed.
 */
export async function raiseAlerts(
  em: EntityManager,
  { name, epoch }: CurrentSet,
  raisings: readonly Raising[],
): Promise<ReadonlySet<string>> {
  if (raisings.length === 0) return new Set();
  const inOrder = raisings.toSorted((a, b) => a.deadline - b.deadline);
  const alerts = inOrder.map(({ alert }) => alert);
  const told = inOrder.flatMap(({ alert, records }) => records.map((record) => ({ id: alert.id, ...record })));
  const raised = await askPrepared<{ id: string }>(
    em,
    `with read as (select 1 from current_set where epoch = $2 for share),
     standing as (select d.id from ${eachById(`${name}.deadline`, 1, 'for key share skip locked')} d where exists (select from read)),
     ${lane('(select count(*) from standing) > 0')}, put as (
       insert into alert (id, lead, step, due_at, raised_at, rep, unconfirmed, owners, change_no)
       select a.id, a.lead, a.step, ${instant('a.due')}, ${instant('a.raised')}, a.rep, a.unconfirmed, a.owners::text[], lane.change_no
         from unnest($1::bigint[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::text[], $9::boolean[], $14::text[])
           a(deadline, id, lead, step, due, raised, rep, unconfirmed, owners), lane
        where a.deadline in (select id from standing)
       on conflict do nothing returning id),
     told as (
       insert into spool (topic, key, value)
       select r.topic, r.key, r.value from unnest($10::text[], $11::text[], $12::text[], $13::text[]) with ordinality r(id, topic, key, value, place)
        where r.id in (select id from put) order by r.place
       returning 1),
     ${tellingOf('put', "'raised'")}
     select id, ${called}, (select pg_notify('${SPOOL_CHANNEL}', '')) from put`,
    [
      inOrder.map(({ deadline }) => deadline),
      epoch,
      alerts.map(({ id }) => id),
      alerts.map(({ lead }) => lead),
      alerts.map(({ step }) => step),
      alerts.map(({ dueAt }) => dueAt),
      alerts.map(({ raisedAt }) => raisedAt),
      alerts.map(({ rep }) => rep),
      alerts.map(({ unconfirmed }) => unconfirmed),
      told.map(({ id }) => id),
      told.map(({ topic }) => topic),
      told.map(({ key }) => key),
      told.map(({ value }) => value),
      inOrder.map(({ owners }) => arrayLiteral(owners.map((owner) => owner ?? ''))),
    ],
  );
  return new Set(raised.map(({ id }) => id));
}

/** Ends those that are open, and answers their ids: of several that end one alert, one does. */
export async function endAlerts(em: EntityManager, ends: readonly AlertEnd[], at: number): Promise<ReadonlySet<string>> {
  const ended = await askPrepared<{ id: string }>(
    em,
    `with ${lane()}, put as (
       update alert a set ended_at = ${instant('$3::float8')}, ended = e.ended, change_no = lane.change_no
         from unnest($1::text[], $2::text[]) e(id, ended), lane
        where a.id = e.id and a.ended_at is null returning a.id, a.ended),
     ${tellingOf('put', 'put.ended')}
     select id, ${called} from put`,
    [ends.map(({ id }) => id), ends.map((end) => end.ended), at],
  );
  return new Set(ended.map(({ id }) => id));
}

/** What could have taken their reason away has been read, and did not. */
export async function confirmAlerts(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query(
    `with ${lane()}, put as (
       update alert a set unconfirmed = false, change_no = lane.change_no from lane
        where a.id = any($1::text[]) and a.unconfirmed and a.ended_at is null returning a.id)
     select count(*), ${called} from put`,
    [ids],
  );
}

/** Keeps who acknowledged an alert first, and when (epoch ms). False: it was acknowledged before, or there is no such alert. */
export async function acknowledgeAlert(em: EntityManager, id: string, rep: string, at: number): Promise<boolean> {
  const acknowledged = await em.query<unknown[]>(
    `with ${lane('exists (select from alert where id = $1 and acknowledged_at is null)')}, put as (
       update alert a set acknowledged_at = ${instant('$3::float8')}, acknowledged_by = $2, change_no = lane.change_no from lane
        where a.id = $1 and a.acknowledged_at is null returning a.id)
     select id, ${called} from put`,
    [id, rep, at],
  );
  return acknowledged.length > 0;
}

/** Keeps until when an alert is put off (epoch ms), by whom and why. False: it is over, or it is put off for as long already. */
export async function snoozeAlert(
  em: EntityManager,
  id: string,
  { rep, at, until, reason }: { readonly rep: string; readonly at: number; readonly until: number; readonly reason: string },
): Promise<boolean> {
  const can = `ended_at is null and (snoozed_until is null or snoozed_until < ${instant('$4::float8')})`;
  const snoozed = await em.query<unknown[]>(
    `with ${lane(`exists (select from alert where id = $1 and ${can})`)}, put as (
       update alert a set snoozed_at = ${instant('$3::float8')}, snoozed_until = ${instant('$4::float8')}, snoozed_by = $2, snoozed_reason = $5, change_no = lane.change_no
         from lane where a.id = $1 and ${can} returning a.id)
     select id, ${called} from put`,
    [id, rep, at, until, reason],
  );
  return snoozed.length > 0;
}
