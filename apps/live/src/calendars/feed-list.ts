import { writeInstant } from '@leadclock/domain/events/instant.js';
import { type CalendarFeed, listFeeds } from '@leadclock/read-model/outside/calendar-feed.table.js';
import type { DataSource } from 'typeorm';
import type { Here } from '../answer/answered.js';

/** Failing for so long is worth a warning. */
export const LONG_FAILING_MS = 3 * 86_400_000;

/** An address that holidays are read from; of the address only its host, for the rest may be a secret. */
export interface ToldFeed {
  readonly id: string;
  readonly calendar: string;
  readonly host: string;
  /** how many days it names */
  readonly holidays: number;
  readonly read_at: string | null;
  readonly changed_at: string | null;
  readonly failing_since: string | null;
  readonly failure: string | null;
  /** it has failed for three days */
  readonly stale: boolean;
  readonly next_at: string;
}

/** `GET /v1/calendar-feeds`. */
export interface FeedList {
  readonly as_of: string;
  readonly feeds: readonly ToldFeed[];
}

export async function feedList(dataSource: DataSource, { now }: Here): Promise<FeedList> {
  return { as_of: writeInstant(now), feeds: (await listFeeds(dataSource)).map((feed) => toldFeed(feed, now)) };
}

export function toldFeed(feed: CalendarFeed, now: number): ToldFeed {
  const { id, calendar, host, holidays, succeededAt, changedAt, failingSince, failure, nextAt } = feed;
  return {
    id,
    calendar,
    host,
    holidays: holidays.length,
    read_at: instant(succeededAt),
    changed_at: instant(changedAt),
    failing_since: instant(failingSince),
    failure,
    stale: failingSince !== null && now - failingSince >= LONG_FAILING_MS,
    next_at: writeInstant(nextAt),
  };
}

const instant = (at: number | null): string | null => (at === null ? null : writeInstant(at));
