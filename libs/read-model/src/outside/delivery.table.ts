import type { DataSource, EntityManager } from 'typeorm';
import type { Telling } from './telling.table.js';
import type { Way } from './way.table.js';

/** LISTEN on this channel to hear that there is something to send at once; only a wake-up. */
export const DELIVERY_CHANNEL = 'leadclock_delivery';

/** Where the messages of a way `w` go: one mail server serves all addresses, what is wrong with it is wrong for all of them. */
export const ENDPOINT = `case w.kind when 'email' then 'mail' else w.address end`;
export const endpointOf = ({ kind, address }: Pick<Way, 'kind' | 'address'>): string => (kind === 'email' ? 'mail' : address);

/** A message on its way. Instants are epoch milliseconds. */
export interface Delivery {
  readonly id: number;
  readonly alert: string;
  readonly what: Telling['what'] | 'test';
  readonly madeAt: number;
  /** how often it was tried, this time included */
  readonly tries: number;
  readonly way: Way;
  /** what it says of the alert has been overtaken by the alert's end */
  readonly isOver: boolean;
  /** the alert's beginning was delivered by this way */
  readonly wasTold: boolean;
}

/** delivered: it was taken; given up: it was refused, or could not be sent within a day; over: there was nothing left to say. */
export type DeliveryEnd = 'delivered' | 'given up' | 'over';

/** Where messages wait. */
export interface WaitingEndpoint {
  /** all mail leaves by one server; every other way by its own */
  readonly endpoint: string;
  /** when the next is to be tried; in the past: now */
  readonly nextAt: number;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;
const instant = (value: string): string => `to_timestamp(${value} / 1000.0)`;

/** Puts down what is to be sent by these ways. A message that was put down before stays as it is. */
export async function putDeliveries(
  em: EntityManager,
  deliveries: readonly { readonly way: string; readonly alert: string; readonly what: Delivery['what'] }[],
  now: number,
): Promise<void> {
  if (deliveries.length === 0) return;
  await em.query(
    `with put as (
       insert into delivery (way, alert, what, made_at, next_at)
       select d.way, d.alert, d.what, ${instant('$4::float8')}, ${instant('$4::float8')} from unnest($1::text[], $2::text[], $3::text[])
           with ordinality d(way, alert, what, place) join way w on w.id = d.way order by d.place on conflict do nothing returning 1)
     select pg_notify('${DELIVERY_CHANNEL}', '') from (select count(*) from put) p`,
    [deliveries.map(({ way }) => way), deliveries.map(({ alert }) => alert), deliveries.map(({ what }) => what), now],
  );
}

/** Puts down the ends of alerts, for those who were told of their beginnings; that one was resolved interests programs only. */
export async function putEnds(em: EntityManager, ends: readonly Omit<Telling, 'to'>[], now: number): Promise<void> {
  if (ends.length === 0) return;
  await em.query(
    `insert into delivery (way, alert, what, made_at, next_at)
     select d.way, d.alert, e.what, ${instant('$3::float8')}, ${instant('$3::float8')} from unnest($1::text[], $2::text[]) with ordinality e(alert, what, place)
       join delivery d on d.alert = e.alert and d.what = 'raised' join way w on w.id = d.way
      where e.what = 'retracted' or w.kind = 'webhook' order by e.place on conflict do nothing`,
    [ends.map(({ alert }) => alert), ends.map(({ what }) => what), now],
  );
}

/** Where messages wait; `toSpread`: alerts have said something that was not spread over the ways yet. */
export async function waitingMessages(
  from: DataSource,
): Promise<{ readonly toSpread: boolean; readonly endpoints: readonly WaitingEndpoint[] }> {
  const [row] = await from.query<{ toSpread: boolean }[]>('select exists (select from telling) as "toSpread"');
  const endpoints = await from.query<WaitingEndpoint[]>(
    `select ${ENDPOINT} as endpoint, ${ms('min(d.next_at)')} as "nextAt" from way w
      cross join lateral (select min(next_at) as next_at from delivery where way = w.id and ended is null and (w.paused_at is null or what = 'test')) d
      where d.next_at is not null group by 1`,
  );
  return { toSpread: row?.toSpread === true, endpoints };
}

/**
 * Takes messages of an endpoint whose time has come, the oldest of each way first; nobody else gets them before `until`. The end of an alert waits
 * for its beginning.
 */
export async function takeDeliveries(
  from: DataSource,
  { endpoint, limit, testsOnly, now, until }: { endpoint: string; limit: number; testsOnly: boolean; now: number; until: number },
): Promise<readonly Delivery[]> {
  interface Row extends Omit<Delivery, 'way'>, Omit<Way, 'id' | 'keys'> {
    readonly name: string;
    readonly p256dh: string | null;
    readonly auth: string | null;
  }
  const [rows] = await from.query<[Row[], number]>(
    `with come as (
       select d.id from way w cross join lateral (
         select d.id, d.made_at from delivery d
          where d.way = w.id and d.ended is null and d.next_at <= ${instant('$1::float8')} and (d.what = 'test' or (not $4 and w.paused_at is null))
            and not exists (select from delivery b where b.way = d.way and b.alert = d.alert and b.ended is null and b.id < d.id)
          order by d.next_at, d.id limit $3 for update skip locked) d
        where ${ENDPOINT} = $2 limit $3)
     update delivery d set tries = d.tries + 1, next_at = ${instant('$5::float8')} from come, way w
      where d.id = come.id and w.id = d.way
     returning d.id, d.alert, d.what, ${ms('d.made_at')} as "madeAt", d.tries, w.id as name, w.kind, w.listener, w.address, w.language, w.secret, w.p256dh, w.auth,
       d.what = 'raised' and exists (select from alert a where a.id = d.alert and a.ended is not null) as "isOver",
       exists (select from delivery b where b.way = d.way and b.alert = d.alert and b.what = 'raised' and b.ended = 'delivered') as "wasTold"`,
    [now, endpoint, limit, testsOnly, until],
  );
  return rows.map(({ id, alert, what, madeAt, tries, isOver, wasTold, name, p256dh, auth, ...way }) => {
    const keys = p256dh === null || auth === null ? {} : { keys: { p256dh, auth } };
    return { id, alert, what, madeAt, tries, isOver, wasTold, way: { id: name, ...way, ...keys } };
  });
}

/** A try that has come to its end. */
export interface Try {
  /** epoch ms */
  readonly beganAt: number;
  readonly tookMs: number;
}

/** Keeps that a message was taken. */
export async function deliveredBy(from: DataSource, id: number, { beganAt, tookMs }: Try, now: number): Promise<void> {
  await from.query(
    `with ended as (
       update delivery set ended = 'delivered', ended_at = ${instant('$2::float8')}, failure = null where id = $1 and ended is null returning id, way),
     tried as (insert into delivery_try (delivery, began_at, took_ms) select id, ${instant('$3::float8')}, $4::integer from ended)
     update way set succeeded_at = ${instant('$2::float8')}, failing_since = null where id in (select way from ended)`,
    [id, now, beganAt, tookMs],
  );
}

/** Ends a message that had nothing left to say: it was not tried. */
export async function dropDelivery(from: DataSource, id: number, now: number): Promise<void> {
  await from.query(
    `update delivery set ended = 'over', ended_at = ${instant('$2::float8')}, failure = null, tries = tries - 1 where id = $1 and ended is null`,
    [id, now],
  );
}

/** Keeps why a message could not be sent, and when it is tried again; null: it is given up. `failure` names no address. */
export async function failDelivery(
  from: DataSource,
  id: number,
  { beganAt, tookMs, failure }: Try & { readonly failure: string },
  nextAt: number | null,
  now: number,
): Promise<void> {
  await from.query(
    `with failed as (
       update delivery set failure = $2, next_at = coalesce(${instant('$3::float8')}, next_at),
         ended = case when $3::float8 is null then 'given up' end, ended_at = case when $3::float8 is null then ${instant('$4::float8')} end
        where id = $1 and ended is null returning id, way),
     tried as (insert into delivery_try (delivery, began_at, took_ms, failure) select id, ${instant('$5::float8')}, $6::integer, $2 from failed)
     update way set failed_at = ${instant('$4::float8')}, failure = $2, failing_since = coalesce(failing_since, ${instant('$4::float8')})
      where id in (select way from failed)`,
    [id, failure, nextAt, now, beganAt, tookMs],
  );
}

/** Gives a message back that was taken and not tried to the end. */
export async function untakeDelivery(from: DataSource, id: number, now: number): Promise<void> {
  await from.query(`update delivery set tries = tries - 1, next_at = ${instant('$2::float8')} where id = $1 and ended is null`, [id, now]);
}

/** Gives up what was not sent since `since` (epoch ms), and forgets what ended before `before`. Answers how many were given up. */
export async function sweepDeliveries(from: DataSource, since: number, before: number, now: number): Promise<number> {
  const [given] = await from.query<[unknown[], number]>(
    `update delivery set ended = 'given up', ended_at = ${instant('$2::float8')} where ended is null and made_at < ${instant('$1::float8')} returning id`,
    [since, now],
  );
  await from.query(`delete from delivery where ended_at < ${instant('$1::float8')}`, [before]);
  return given.length;
}
