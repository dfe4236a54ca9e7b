import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses from which calendars get their holidays, again and again. `address` may hold a secret. What they said last is kept beside the log, so that holidays
 * which somebody's event has left out come back; what makes a calendar is the log alone: without this table nothing is read again, and no day changes.
 */
export class CalendarFeeds0015 implements MigrationInterface {
  readonly name = 'CalendarFeeds1000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table calendar_feed (
  id text collate "C" primary key,
  calendar text collate "C" not null,
  address text not null,
  host text not null,
  added_at timestamptz not null,
  holidays jsonb not null default '[]',
  etag text, modified text,
  tried_at timestamptz, succeeded_at timestamptz, changed_at timestamptz,
  failing_since timestamptz, failure text, failures integer not null default 0,
  next_at timestamptz not null
);
create index calendar_feed_next on calendar_feed (next_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feed');
  }
}
