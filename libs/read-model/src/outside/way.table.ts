import type { DataSource, EntityManager } from 'typeorm';
import { DELIVERY_CHANNEL, ENDPOINT } from './delivery.table.js';

/** `webhook` speaks to programs and is told all; the others to people. `push` is a browser that has set itself up. */
export const wayKinds = ['email', 'webhook', 'slack', 'teams', 'push'] as const;
export type WayKind = (typeof wayKinds)[number];

/** What messages to a browser are encrypted with (RFC 8291), as it has said them: base64url. */
export interface SubscriptionKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** How somebody is reached besides the pages. */
export interface Way {
  /** what its owner calls it */
  readonly id: string;
  readonly kind: WayKind;
  /** whom it reaches, in the words of `to` of an alert: a rep's id, `*`, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID` */
  readonly listener: string;
  /** an e-mail address, which is personal data, or a URL, which may hold a secret (of `push` it is one): never to be logged, nor to be part of an error */
  readonly address: string;
  readonly language: string;
  /** what a webhook is signed with */
  readonly secret: string | null;
  /** of `push` only */
  readonly keys?: SubscriptionKeys;
}

/** How it went by a way. Instants are epoch milliseconds. */
export interface WayState extends Way {
  readonly succeededAt: number | null;
  readonly failedAt: number | null;
  /** why it failed last */
  readonly failure: string | null;
  /** the first failure after which nothing has succeeded; null: the last try succeeded, or there was none */
  readonly failingSince: number | null;
  /** null: it is not paused */
  readonly pausedAt: number | null;
  /** nothing is tried until then, as too much has failed or the other side asked for it; null: it is */
  readonly restsUntil: number | null;
  /** messages on their way */
  readonly waiting: number;
  /** when the next of them is tried; null: none waits */
  readonly nextAt: number | null;
  /** messages that were given up and may be sent again */
  readonly givenUp: number;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;
const instant = (value: string): string => `to_timestamp(${value} / 1000.0)`;

/** All ways, by their names; how many messages wait may be asked of one alone. */
export const listWays = (from: DataSource | EntityManager, one: string | null = null): Promise<readonly WayState[]> =>
  from.query<WayState[]>(
    `select id, kind, listener, address, language, secret, ${ms('succeeded_at')} as "succeededAt", ${ms('failed_at')} as "failedAt", failure,
            ${ms('failing_since')} as "failingSince", ${ms('paused_at')} as "pausedAt", ${ms('rests_until')} as "restsUntil",
            d.waiting, ${ms('d.next_at')} as "nextAt",
            (select count(*) from delivery g where g.way = way.id and g.ended = 'given up' and g.what <> 'test') as "givenUp"
       from way cross join lateral (
         select count(*) as waiting, min(next_at) as next_at from delivery where way = way.id and ended is null) d
      where $1::text is null or id = $1 order by id`,
    [one],
  );

/** The ways as those need them who spread what is said: without what waits. */
export const openWays = (from: EntityManager): Promise<readonly Pick<Way, 'id' | 'listener'>[]> =>
  from.query<Pick<Way, 'id' | 'listener'>[]>('select id, listener from way where paused_at is null order by id');

/** false: there is one of that name, which stays as it is. */
export async function addWay(from: DataSource | EntityManager, way: Way): Promise<boolean> {
  const { id, kind, listener, address, language, secret } = way;
  try {
    const added = await from.query<unknown[]>(
      `insert into way (id, kind, listener, address, language, secret) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [id, kind, listener, address, language, secret],
    );
    return added.length > 0;
  } catch (error) {
    // a database error carries the statement's parameters: the address may not travel on
    throw new WayNotKept(codeOf(error));
  }
}

/**
 * Keeps a browser's subscription under a name that is made of its endpoint: one that is there already is told again whom it is for, in which language,
 * and by which keys. What waits there for somebody else is not sent any more. `replaces`: the way of a subscription that the same browser had before
 * goes, and what was said and waits there for the same people is the new one's. `now`: epoch ms.
 */
export async function keepSubscription(
  from: DataSource,
  way: Way & { readonly keys: SubscriptionKeys },
  replaces: { readonly way: string; readonly now: number } | null = null,
): Promise<void> {
  try {
    await from.transaction(async (em) => {
      await putSubscription(em, way);
      if (replaces !== null && replaces.way !== way.id) await takePlaceOf(em, replaces.way, way.id, replaces.now);
    });
  } catch (error) {
    throw new WayNotKept(codeOf(error));
  }
}

async function putSubscription(em: EntityManager, way: Way & { readonly keys: SubscriptionKeys }): Promise<void> {
  const { id, listener, address, language, keys } = way;
  await em.query(
    `with was as (select from way where id = $1 and listener <> $2),
     forgotten as (delete from delivery where way = $1 and ended is null and exists (select from was))
     insert into way (id, kind, listener, address, language, p256dh, auth) values ($1, 'push', $2, $3, $4, $5, $6)
     on conflict (id) do update set listener = excluded.listener, language = excluded.language, p256dh = excluded.p256dh, auth = excluded.auth`,
    [id, listener, address, language, keys.p256dh, keys.auth],
  );
}

/** For the same people all goes on: what waits is tried, whoever was told hears of the end, and what was paused stays so. */
async function takePlaceOf(em: EntityManager, old: string, id: string, now: number): Promise<void> {
  await em.query(
    `with same as (
       update way one set paused_at = coalesce(one.paused_at, was.paused_at) from way was
        where one.id = $2 and was.id = $1 and was.kind = 'push' and was.listener = one.listener returning 1)
     update delivery d set way = $2, next_at = case when d.ended is null then least(d.next_at, ${instant('$3::float8')}) else d.next_at end
      where d.way = $1 and exists (select from same)
        and not exists (select from delivery there where there.way = $2 and there.alert = d.alert and there.what = d.what)`,
    [old, id, now],
  );
  await em.query(`delete from way where id = $1 and kind = 'push'`, [old]);
  await em.query(`select pg_notify('${DELIVERY_CHANNEL}', '')`);
}

/** What of a way is changed; what is left out stays. */
export type ChangedWay = Partial<Pick<Way, 'listener' | 'address' | 'language' | 'secret'> & { readonly paused: boolean }>;

/**
 * Changes a way; false: there is none. Where it leads somewhere else nothing is known of it any more, and what waits is tried there at once. `now`:
 * epoch ms.
 */
export async function changeWay(from: DataSource, id: string, change: ChangedWay, now: number): Promise<boolean> {
  const { listener = null, address = null, language = null, secret = null, paused = null } = change;
  try {
    const [rows] = await from.query<[unknown[], number]>(
      `with was as (select id, $3::text is not null and address <> $3 as moves from way where id = $1 for update)
       update way set listener = coalesce($2, listener), address = coalesce($3, address), language = coalesce($4, language), secret = coalesce($5, secret),
         paused_at = case when $6::boolean is null then paused_at when $6 then coalesce(paused_at, ${instant('$7::float8')}) end,
         succeeded_at = case when moves then null else succeeded_at end, failed_at = case when moves then null else failed_at end,
         failure = case when moves then null else failure end, failing_since = case when moves then null else failing_since end,
         rests_until = case when moves then null else rests_until end
       from was where way.id = was.id returning moves`,
      [id, listener, address, language, secret, paused, now],
    );
    if (address !== null || paused === false)
      await from.query(
        `with free as (
           update delivery set next_at = ${instant('$2::float8')} where $3 and way = $1 and ended is null and next_at > ${instant('$2::float8')} returning 1)
         select pg_notify('${DELIVERY_CHANNEL}', '') from (select count(*) from free) f`,
        [id, now, address !== null],
      );
    return rows.length > 0;
  } catch (error) {
    throw new WayNotKept(codeOf(error));
  }
}

/** Says until when (epoch ms) nothing is tried by the ways of an endpoint; null: it is. */
export async function restEndpoint(from: DataSource, endpoint: string, until: number | null): Promise<void> {
  await from.query(`update way w set rests_until = ${instant('$2::float8')} where ${ENDPOINT} = $1`, [endpoint, until]);
}

/** Removes a way with all that was still to be sent by it; false: there was none. */
export async function removeWay(from: DataSource | EntityManager, id: string): Promise<boolean> {
  const [rows] = await from.query<[unknown[], number]>('delete from way where id = $1 returning id', [id]);
  return rows.length > 0;
}

/** A way could not be kept. `code` is the database's error code. */
class WayNotKept extends Error {
  override readonly name = 'WayNotKept';
  constructor(code: string) {
    super(`the way could not be kept (${code})`);
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
