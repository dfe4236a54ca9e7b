import type { DataSource } from 'typeorm';
import { DELIVERY_CHANNEL, type DeliveryEnd } from './delivery.table.js';
import type { Telling } from './telling.table.js';

/** A message and what became of it. Instants are epoch milliseconds. */
export interface LoggedDelivery {
  readonly id: number;
  readonly alert: string;
  /** of which lead the alert is; null: of none, as it is a test, or nothing is known of it any more */
  readonly lead: string | null;
  readonly what: Telling['what'] | 'test';
  readonly madeAt: number;
  readonly tries: number;
  readonly endedAt: number | null;
  /** null: it is on its way */
  readonly ended: DeliveryEnd | null;
  /** why it could not be sent, the last time that it was tried */
  readonly failure: string | null;
  /** when it is tried next, if it is on its way */
  readonly nextAt: number;
  /** the tries that came to an end, the first first; a program that died in the middle of one has none to tell */
  readonly attempts: readonly LoggedTry[];
}

export interface LoggedTry {
  readonly beganAt: number;
  readonly tookMs: number;
  /** null: it was taken */
  readonly failure: string | null;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** Which part of a log: `before` only messages of smaller ids, `onlyFailed` those that were given up, or have failed and are tried again. */
export interface LogPart {
  readonly before?: number | null;
  readonly onlyFailed?: boolean;
}

/** The latest messages by a way, the last first. */
export const deliveriesBy = (
  from: DataSource,
  way: string,
  limit: number,
  { before = null, onlyFailed = false }: LogPart = {},
): Promise<readonly LoggedDelivery[]> =>
  from.query<LoggedDelivery[]>(
    `select id, alert, (select lead from alert a where a.id = d.alert) as lead, what, ${ms('made_at')} as "madeAt", tries, ${ms('ended_at')} as "endedAt", ended, failure, ${ms('next_at')} as "nextAt",
            (select coalesce(json_agg(json_build_object('beganAt', ${ms('t.began_at')}, 'tookMs', t.took_ms, 'failure', t.failure) order by t.id), '[]')
               from delivery_try t where t.delivery = d.id) as attempts
       from delivery d where way = $1 and ($3::bigint is null or id < $3)
        and (not $4 or ended = 'given up' or (ended is null and failure is not null)) order by d.id desc limit $2`,
    [way, limit, before, onlyFailed],
  );

/**
 * Sends again what was given up by a way, all of it or one message, as if it were said now (epoch ms). Answers how many messages; those of a test
 * that failed are none that anybody missed.
 */
export async function replayDeliveries(from: DataSource, way: string, now: number, one: number | null = null): Promise<number> {
  const [rows] = await from.query<[unknown[], number]>(
    `update delivery set ended = null, ended_at = null, tries = 0, made_at = to_timestamp($2::float8 / 1000.0), next_at = to_timestamp($2::float8 / 1000.0)
      where way = $1 and ended = 'given up' and what <> 'test' and ($3::bigint is null or id = $3) returning id`,
    [way, now, one],
  );
  if (rows.length > 0) await from.query(`select pg_notify('${DELIVERY_CHANNEL}', '')`);
  return rows.length;
}

/** What became of a message, by its way; null: there is none. */
export async function deliveryState(
  from: DataSource,
  way: string,
  alert: string,
): Promise<{ readonly ended: DeliveryEnd | null; readonly failure: string | null } | null> {
  const [row] = await from.query<{ ended: DeliveryEnd | null; failure: string | null }[]>(
    'select ended, failure from delivery where way = $1 and alert = $2 order by id limit 1',
    [way, alert],
  );
  return row ?? null;
}
