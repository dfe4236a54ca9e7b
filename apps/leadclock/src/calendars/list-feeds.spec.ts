import type { CalendarFeed } from '@leadclock/read-model/outside/calendar-feed.table.js';
import { examinedFeeds, feedRows, listedFeeds } from './list-feeds.js';

const now = Date.parse('2026-05-04T12:00:00Z');
const day = 86_400_000;
const well: CalendarFeed = {
  id: 'f1',
  calendar: 'office',
  address: 'https://example.com/secret.ics',
  host: 'example.com',
  holidays: [{ date: '2026-12-25', name: 'Christmas' }],
  etag: null,
  modified: null,
  triedAt: now - day,
  succeededAt: now - day,
  changedAt: null,
  failingSince: null,
  failure: null,
  failures: 0,
  nextAt: now,
};
const failing = (days: number): CalendarFeed => ({
  ...well,
  failingSince: now - days * day,
  failure: 'example.com answered 500',
  failures: 9,
});

it('feeds are listed with their last success and failure and the next try, without their address', () => {
  const rows = feedRows(listedFeeds([well, failing(1), { ...failing(2), succeededAt: null }]));
  expect(rows.slice(1)).toEqual([
    ['office', 'example.com', '1', '2026-05-03 12:00 UTC', '2026-05-04 12:00 UTC', '–'],
    ['office', 'example.com', '1', '2026-05-03 12:00 UTC', '2026-05-04 12:00 UTC', 'since 2026-05-03 12:00 UTC: example.com answered 500'],
    ['office', 'example.com', '1', 'never', '2026-05-04 12:00 UTC', 'since 2026-05-02 12:00 UTC: example.com answered 500'],
  ]);
  expect(JSON.stringify(listedFeeds([well]))).not.toContain('secret');
  expect(feedRows([])).toEqual([]);
});

it('one that fails for three days is something to look at', () => {
  expect(examinedFeeds([], now)).toEqual({ well: true, says: 'none is read by itself' });
  expect(examinedFeeds([well, failing(2)], now)).toEqual({
    well: true,
    says: '2 addresses are read each day, 1 could not be read the last time',
  });
  const examined = examinedFeeds([well, failing(3)], now);
  expect([examined.well, examined.says]).toEqual([
    false,
    expect.stringContaining('office from example.com since 2026-05-01: example.com answered 500'),
  ]);
});
