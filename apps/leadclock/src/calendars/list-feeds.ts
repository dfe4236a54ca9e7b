import { LONG_FAILING_MS } from '@leadclock/live/calendars/feed-list.js';
import type { CalendarFeed } from '@leadclock/read-model/outside/calendar-feed.table.js';

/** An address that holidays are read from, as the command line tells it: without the address itself, which may hold a secret. */
export interface ListedFeed {
  readonly calendar: string;
  readonly host: string;
  readonly holidays: number;
  readonly read_at: string | null;
  readonly failing_since: string | null;
  readonly failure: string | null;
  readonly next_at: string;
}

export const listedFeeds = (feeds: readonly CalendarFeed[]): readonly ListedFeed[] =>
  feeds.map(({ calendar, host, holidays, succeededAt, failingSince, failure, nextAt }) => ({
    calendar,
    host,
    holidays: holidays.length,
    read_at: instant(succeededAt),
    failing_since: instant(failingSince),
    failure,
    next_at: new Date(nextAt).toISOString(),
  }));

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** As rows of a table; none: nothing is said of feeds. */
export function feedRows(feeds: readonly ListedFeed[]): readonly (readonly string[])[] {
  if (feeds.length === 0) return [];
  const minute = (at: string | null): string => (at === null ? 'never' : `${at.slice(0, 16).replace('T', ' ')} UTC`);
  return [
    ['calendar', 'reads from', 'holidays', 'read', 'next', 'trouble'],
    ...feeds.map(({ calendar, host, holidays, read_at, next_at, failing_since, failure }) => [
      calendar,
      host,
      String(holidays),
      minute(read_at),
      minute(next_at),
      failure === null ? '–' : `since ${minute(failing_since)}: ${failure}`,
    ]),
  ];
}

/** What a doctor says of feeds. */
export function examinedFeeds(feeds: readonly CalendarFeed[], now: number): { readonly well: boolean; readonly says: string } {
  const failing = feeds.filter(({ failingSince }) => failingSince !== null);
  const long = failing.filter(({ failingSince }) => now - (failingSince ?? now) >= LONG_FAILING_MS);
  if (long.length > 0) {
    const which = long.map(
      ({ calendar, host, failure, failingSince }) => `${calendar} from ${host} since ${instant(failingSince)?.slice(0, 10)}: ${failure}`,
    );
    return { well: false, says: `${which.join('; ')}; the holidays that are known stay, new ones do not come` };
  }
  const apart = failing.length === 0 ? '' : `, ${failing.length} could not be read the last time`;
  return { well: true, says: feeds.length === 0 ? 'none is read by itself' : `${feeds.length} addresses are read each day${apart}` };
}
