import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { ALERT_CHANNEL, type RaisedAlert } from '../outside/alert.table.js';
import { columnLiterals } from './key-rows.js';
import { clientOf, prepared } from './prepared.js';

/** An alert as its events in the log tell it. Instants are epoch milliseconds. */
export interface ToldAlert extends Omit<RaisedAlert, 'unconfirmed'> {
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  readonly snoozedAt: number | null;
  readonly snoozedUntil: number | null;
  readonly snoozedBy: string | null;
  readonly snoozedReason: string | null;
  readonly endedAt: number | null;
  readonly ended: 'resolved' | 'retracted' | null;
}

const instant = (column: string): string => `to_timestamp(${column} / 1000.0)`;

/**
 * Keeps what people were told where the table does not know it: after a restore, in an import, in a rebuild of a database that lost it. What it
 * knows stays, and of two leads that claim one id (an import may invent them) the first has it. Mostly nothing is missing, and nobody is called and no lock taken.
 */
export async function putToldAlerts(client: Client, alerts: readonly ToldAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  const rows = alerts.map((alert) => [
    alert.id,
    alert.lead,
    alert.step,
    alert.dueAt,
    alert.raisedAt,
    alert.rep,
    alert.acknowledgedAt,
    alert.acknowledgedBy,
    alert.endedAt,
    alert.ended,
    alert.snoozedAt,
    alert.snoozedUntil,
    alert.snoozedBy,
    alert.snoozedReason,
  ]);
  await prepared(
    client,
    `with told as (
       select distinct on (id) * from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::text[], $7::float8[], $8::text[], $9::float8[], $10::text[],
                                      $11::float8[], $12::float8[], $13::text[], $14::text[])
         t(id, lead, step, due, raised, rep, acknowledged, acknowledged_by, end_at, ended, snoozed, snoozed_until, snoozed_by, snoozed_reason)
        order by id, lead),
     missing as (
       select t.* from told t left join alert a on a.id = t.id
        where a.id is null or (a.ended is null and t.ended is not null)
           or (a.acknowledged_at is null and t.acknowledged is not null)
           or (t.snoozed is not null and coalesce(a.snoozed_at < ${instant('t.snoozed')}, true))),
     lane as (update alert_lane set change_no = change_no + 1 where exists (select from missing) returning change_no),
     put as (
       insert into alert as a (id, lead, step, due_at, raised_at, rep, acknowledged_at, acknowledged_by, ended_at, ended,
                              snoozed_at, snoozed_until, snoozed_by, snoozed_reason, change_no)
       select id, lead, step, ${instant('due')}, ${instant('raised')}, rep, ${instant('acknowledged')}, acknowledged_by, ${instant('end_at')}, ended,
              ${instant('snoozed')}, ${instant('snoozed_until')}, snoozed_by, snoozed_reason, lane.change_no
         from missing, lane order by id
       on conflict (id) do update set
         acknowledged_by = case when a.acknowledged_at is null then excluded.acknowledged_by else a.acknowledged_by end,
         acknowledged_at = coalesce(a.acknowledged_at, excluded.acknowledged_at),
         ended_at = case when a.ended is null then excluded.ended_at else a.ended_at end,
         ended = coalesce(a.ended, excluded.ended),
         (snoozed_at, snoozed_until, snoozed_by, snoozed_reason) = (
           select s.* from (values (a.snoozed_at, a.snoozed_until, a.snoozed_by, a.snoozed_reason),
                                   (excluded.snoozed_at, excluded.snoozed_until, excluded.snoozed_by, excluded.snoozed_reason))
             s(at, until, by, reason) order by s.at desc nulls last limit 1),
         change_no = excluded.change_no
       returning 1)
     select pg_notify('${ALERT_CHANNEL}', '') from (select count(*) from put) p where p.count > 0`,
    columnLiterals(rows, 14),
  );
}

/** As `putToldAlerts`, in the transaction of `em`. */
export async function rememberAlerts(em: EntityManager, alerts: readonly ToldAlert[]): Promise<void> {
  await putToldAlerts(await clientOf(em), alerts);
}
