import { counter, gauge, histogram } from '@leadclock/runtime/metrics.js';

export const accepted = counter('leadclock_ingest_accepted_total', 'events taken');
export const rejected = counter('leadclock_ingest_rejected_total', 'events refused, by the part that was wrong', ['part']);
export const refused = counter('leadclock_ingest_refused_total', 'requests refused as a whole, by HTTP status', ['status']);
export const droppedAttributes = counter('leadclock_ingest_dropped_attributes_total', 'unknown attributes left out of events');
export const spooled = counter('leadclock_ingest_spooled_total', 'events put into the spool because the log did not answer');
export const spoolRecords = gauge('leadclock_ingest_spool_records', 'events that wait in the spool');
export const vaultFailures = counter('leadclock_ingest_vault_failures_total', 'requests refused because the vault could not be written');
export const appendSeconds = histogram(
  'leadclock_ingest_append_seconds',
  'time until the log had a batch',
  [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
);
export const commands = counter('leadclock_ingest_commands_total', 'commands of people that were decided, by HTTP status', [
  'command',
  'status',
]);

export const feedReads = counter('leadclock_calendar_feed_reads_total', 'how often feeds of holidays were read, by what came of it', [
  'outcome',
]);
const ofFeed = ['feed', 'calendar'] as const;
const feedSuccess = gauge('leadclock_calendar_feed_success_timestamp_seconds', 'when a feed of holidays was read last; 0: never', ofFeed);
const feedFailing = gauge('leadclock_calendar_feed_failing_since_timestamp_seconds', 'since when it cannot be read; 0: it can', ofFeed);
const feedNext = gauge('leadclock_calendar_feed_next_timestamp_seconds', 'when it is read next', ofFeed);

interface FeedTimes {
  readonly id: string;
  readonly calendar: string;
  readonly succeededAt: number | null;
  readonly failingSince: number | null;
  readonly nextAt: number;
}

/** Tells how all feeds of holidays stand; those that are no more are told of no more. */
export function tellFeedTimes(feeds: readonly FeedTimes[]): void {
  for (const told of [feedSuccess, feedFailing, feedNext]) told.reset();
  for (const { id, calendar, succeededAt, failingSince, nextAt } of feeds) {
    const labels = { feed: id, calendar };
    feedSuccess.set(labels, (succeededAt ?? 0) / 1000);
    feedFailing.set(labels, (failingSince ?? 0) / 1000);
    feedNext.set(labels, nextAt / 1000);
  }
}
