import type { DataSource, EntityManager } from 'typeorm';

/** `webhook` speaks to programs and is told all; the others to people. */
export const wayKinds = ['email', 'webhook', 'slack', 'teams'] as const;
export type WayKind = (typeof wayKinds)[number];

/** How somebody is reached besides the pages. */
export interface Way {
  /** what its owner calls it */
  readonly id: string;
  readonly kind: WayKind;
  /** whom it reaches, in the words of `to` of an alert: a rep's id, `*`, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID` */
  readonly listener: string;
  /** an e-mail address, which is personal data, or a URL, which may hold a secret: never to be logged, nor to be part of an error */
  readonly address: string;
  readonly language: string;
  /** what a webhook is signed with */
  readonly secret: string | null;
}

/** How it went by a way. Instants are epoch milliseconds. */
export interface WayState extends Way {
  readonly succeededAt: number | null;
  readonly failedAt: number | null;
  /** why it failed last */
  readonly failure: string | null;
  /** messages on their way */
  readonly waiting: number;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** All ways, by their names. */
export const listWays = (from: DataSource | EntityManager): Promise<readonly WayState[]> =>
  from.query<WayState[]>(
    `select id, kind, listener, address, language, secret, ${ms('succeeded_at')} as "succeededAt", ${ms('failed_at')} as "failedAt", failure,
            (select count(*) from delivery d where d.way = way.id and d.ended is null) as waiting
       from way order by id`,
  );

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
