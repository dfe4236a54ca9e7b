import type { DataSource, EntityManager } from 'typeorm';

/** A holiday as a feed names it; `date` is yyyy-mm-dd. */
interface FeedHoliday {
  readonly date: string;
  readonly name: string;
}

/** An address that a calendar gets holidays from. Instants are epoch milliseconds. */
export interface CalendarFeed {
  readonly id: string;
  readonly calendar: string;
  /** may hold a secret: never to be logged or shown, nor to be part of an error; `host` may */
  readonly address: string;
  readonly host: string;
  /** what it named when it was read last */
  readonly holidays: readonly FeedHoliday[];
  readonly etag: string | null;
  readonly modified: string | null;
  readonly triedAt: number | null;
  readonly succeededAt: number | null;
  /** when what it names changed last */
  readonly changedAt: number | null;
  /** since when each try has failed, and why the last one did */
  readonly failingSince: number | null;
  readonly failure: string | null;
  readonly failures: number;
  readonly nextAt: number;
}

type Source = DataSource | EntityManager;

const ms = (column: string, name: string): string => `(extract(epoch from ${column}) * 1000)::bigint as "${name}"`;
const columns = [
  'id, calendar, address, host, holidays, etag, modified, failure, failures',
  ms('tried_at', 'triedAt'),
  ms('succeeded_at', 'succeededAt'),
  ms('changed_at', 'changedAt'),
  ms('failing_since', 'failingSince'),
  ms('next_at', 'nextAt'),
].join(', ');
const instant = (place: number): string => `to_timestamp($${place} / 1000.0)`;

/** All feeds, by calendar and host. */
export const listFeeds = (from: Source): Promise<readonly CalendarFeed[]> =>
  from.query<CalendarFeed[]>(`select ${columns} from calendar_feed order by calendar, host, id`);

/** null: there is none. */
export async function feedOf(from: Source, id: string): Promise<CalendarFeed | null> {
  const [row] = await from.query<CalendarFeed[]>(`select ${columns} from calendar_feed where id = $1`, [id]);
  return row ?? null;
}

/** Those whose time has come, the one that has waited longest first. */
export const dueFeeds = (from: Source, now: number): Promise<readonly Pick<CalendarFeed, 'id'>[]> =>
  from.query<CalendarFeed[]>(`select id from calendar_feed where next_at <= ${instant(1)} order by next_at`, [now]);

/** When the next one is due; null: there is none. */
export async function nextFeedAt(from: Source): Promise<number | null> {
  const [row] = await from.query<{ next: number | null }[]>(`select ${ms('min(next_at)', 'next')} from calendar_feed`);
  return row?.next ?? null;
}

export type NewFeed = Pick<CalendarFeed, 'id' | 'calendar' | 'address' | 'host'>;

/** Adds a feed that is due at once; one that is there stays as it is. */
export async function addFeed(from: Source, { id, calendar, address, host }: NewFeed, now: number): Promise<void> {
  try {
    await from.query(
      `insert into calendar_feed (id, calendar, address, host, added_at, next_at) values ($1, $2, $3, $4, ${instant(5)}, ${instant(5)}) on conflict do nothing`,
      [id, calendar, address, host, now],
    );
  } catch (error) {
    // a database error carries the statement's parameters: the address may not travel on
    throw new FeedNotKept(codeOf(error));
  }
}

/** false: there was none. */
export async function dropFeed(from: Source, id: string): Promise<boolean> {
  const [rows] = await from.query<[unknown[], number]>('delete from calendar_feed where id = $1 returning id', [id]);
  return rows.length > 0;
}

/** What a feed named when it could be read at `at`. */
export interface FeedRead extends Pick<CalendarFeed, 'id' | 'holidays' | 'etag' | 'modified'> {
  readonly at: number;
  readonly changed: boolean;
  readonly nextAt: number;
}

/** false: the feed was taken away meanwhile. */
export async function feedRead(em: EntityManager, read: FeedRead): Promise<boolean> {
  const [rows] = await em.query<[unknown[], number]>(
    `update calendar_feed set holidays = $2, etag = $3, modified = $4, tried_at = ${instant(5)}, succeeded_at = ${instant(5)},
            changed_at = case when $6 then ${instant(5)} else changed_at end, failing_since = null, failure = null, failures = 0, next_at = ${instant(7)}
      where id = $1 returning id`,
    [read.id, JSON.stringify(read.holidays), read.etag, read.modified, read.at, read.changed, read.nextAt],
  );
  return rows.length > 0;
}

/** Notes that a feed could not be read at `at`; it fails since the first time that it could not. */
export async function feedFailed(
  from: Source,
  { id, at, failure, nextAt }: { readonly id: string; readonly at: number; readonly failure: string; readonly nextAt: number },
): Promise<void> {
  await from.query(
    `update calendar_feed set tried_at = ${instant(2)}, failing_since = coalesce(failing_since, ${instant(2)}), failure = $3, failures = failures + 1,
            next_at = ${instant(4)} where id = $1`,
    [id, at, failure, nextAt],
  );
}

/** Does the work while no other process reads this feed; null when one does. A process that dies lets go with its connection. */
export async function whileReading<T>(dataSource: DataSource, id: string, work: () => Promise<T>): Promise<T | null> {
  const runner = dataSource.createQueryRunner();
  const lock = `hashtextextended('calendar feed ' || $1, 0)`;
  try {
    const [row]: { taken: boolean }[] = await runner.query(`select pg_try_advisory_lock(${lock}) as taken`, [id]);
    if (row?.taken !== true) return null;
    try {
      return await work();
    } finally {
      await runner.query(`select pg_advisory_unlock(${lock})`, [id]);
    }
  } finally {
    await runner.release();
  }
}

/** A feed could not be kept. `code` is the database's error code. */
class FeedNotKept extends Error {
  override readonly name = 'FeedNotKept';
  constructor(code: string) {
    super(`the feed could not be kept (${code})`);
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
