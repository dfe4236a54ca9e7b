import type { Holiday } from '@leadclock/domain/configuration/holidays-named-by.js';
import { planHolidays } from '@leadclock/domain/configuration/plan-holidays.js';
import { type CalendarFeed, feedFailed, feedOf, feedRead, whileReading } from '@leadclock/read-model/outside/calendar-feed.table.js';
import type { AddressRanges } from '@leadclock/runtime/outgoing/address-ranges.js';
import { type Fetched, fetchChanged, PrivateAddress } from '@leadclock/runtime/outgoing/fetch-bytes.js';
import type { SettingParts } from '../configuration/set-once.js';
import { eventsInTurn, tellSettings } from '../configuration/setting-events.js';
import { feedReads } from '../metrics.js';
import { feedSource } from './feed-address.js';
import { afterFailure, afterSuccess } from './feed-times.js';
import { readHolidays } from './read-holidays.js';

export interface FeedParts extends SettingParts {
  /** private ranges that may be asked */
  readonly allow: AddressRanges;
  /** for the whole of an answer; milliseconds */
  readonly timeout: number;
}

/** What came of reading: `busy`: another process is at it, `gone`: there is no such feed (any more). */
export type FeedOutcome =
  | { readonly kind: 'changed' | 'same'; readonly added: number; readonly removed: number }
  | { readonly kind: 'failed'; readonly failure: string }
  | { readonly kind: 'busy' | 'gone' };

const MOST_BYTES = 5_000_000;
/** Whoever else waits for this process does so for that long at most. */
const PARSED_WITHIN_MS = 1_000;

/** What an address names now. */
type Named = Pick<CalendarFeed, 'holidays' | 'etag' | 'modified'>;

/** It could not be read, in words for who has to mend it; they never hold the address. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Reads a feed once: the events of what has changed and the feed's state come in one transaction, so that a process that dies at any point leaves either all
 * or nothing. What it says is compared with the log each time, so that days which somebody's event has left out come back.
 */
export async function readFeed(parts: FeedParts, id: string, signal?: AbortSignal): Promise<FeedOutcome> {
  const outcome = await whileReading(parts.dataSource, id, async (): Promise<FeedOutcome> => {
    const feed = await feedOf(parts.dataSource, id);
    if (feed === null) return { kind: 'gone' };
    try {
      const named = await ask(feed, parts, signal);
      return await keep(feed, named, parts);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // a program that is stopped has not failed to read
      if (signal?.aborted) return { kind: 'busy' };
      const at = parts.clock();
      const nextAt = afterFailure(id, at, feed.failures + 1);
      await feedFailed(parts.dataSource, { id, at, failure: error.message, nextAt });
      return { kind: 'failed', failure: error.message };
    }
  });
  if (outcome === null) return { kind: 'busy' };
  if (outcome.kind !== 'busy' && outcome.kind !== 'gone') feedReads.inc({ outcome: outcome.kind });
  return outcome;
}

async function ask(feed: CalendarFeed, parts: FeedParts, signal?: AbortSignal): Promise<Named> {
  const at = parts.clock();
  // a new year has further days, whether the file has changed or not
  const isThisYear = feed.succeededAt !== null && yearOf(feed.succeededAt) === yearOf(at);
  const seen = isThisYear ? { etag: feed.etag, modified: feed.modified } : { etag: null, modified: null };
  const { bytes, etag, modified } = await fetched(feed, parts, seen, signal);
  if (bytes === null) return { holidays: feed.holidays, etag, modified };
  return { holidays: holidaysIn(bytes, at, feed.host), etag, modified };
}

async function fetched(feed: CalendarFeed, { allow, timeout }: FeedParts, seen: Pick<Fetched, 'etag' | 'modified'>, signal?: AbortSignal) {
  try {
    const limits = { allow, timeout, mostBytes: MOST_BYTES, ...(signal && { signal }) };
    return await fetchChanged(new URL(feed.address), limits, seen);
  } catch (error) {
    if (error instanceof PrivateAddress) throw new Unreadable(`${error.message}; LEADCLOCK_CALENDAR_ALLOW names ranges that may be read`);
    throw new Unreadable(error instanceof Error ? error.message : 'it could not be read');
  }
}

/** The holidays of an iCal file, of this year and the next two. Throws what is wrong with it. */
function holidaysIn(bytes: Uint8Array, at: number, name: string): readonly Holiday[] {
  const year = yearOf(at);
  const read = readHolidays(bytes, { first: year, last: year + 2 }, PARSED_WITHIN_MS);
  if (read.ok) return read.holidays;
  throw new Unreadable(`${name}: what it sends ${read.problems.slice(0, 3).join('; ')}`);
}

async function keep(feed: CalendarFeed, named: Named, parts: FeedParts): Promise<FeedOutcome> {
  const { id, calendar } = feed;
  const at = parts.clock();
  const outcome = await parts.dataSource.transaction(async (em): Promise<FeedOutcome> => {
    const events = await eventsInTurn(em, parts.configLog);
    const plan = planHolidays(calendar, events, feedSource(feed.address), named.holidays, at);
    if (plan === null) throw new Unreadable(`there is no calendar ${calendar} (any more)`);
    const changed = plan.events.length > 0;
    const isThere = await feedRead(em, { ...named, id, at, changed, nextAt: afterSuccess(id, at) });
    if (!isThere) return { kind: 'gone' };
    await tellSettings(em, parts.configLog.topic, plan.events, at);
    return { kind: changed ? 'changed' : 'same', added: plan.added.length, removed: plan.removed.length };
  });
  if (outcome.kind === 'changed') parts.onSpooled();
  return outcome;
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();
