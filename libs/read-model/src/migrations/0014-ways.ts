import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ways to reach people besides the pages. `way.address` may be an e-mail address: personal data, and so is what an alert says to it. `telling` holds what
 * alerts said and was not yet spread over the ways, `delivery` what is on its way by one of them, and what became of it; while it is being
 * sent `next_at` says from when on somebody else may try. Nothing here is made from the log: a rebuild sends nothing.
 */
export class Ways0014 implements MigrationInterface {
  readonly name = 'Ways1000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table way (
  id text collate "C" primary key,
  kind text not null check (kind in ('email', 'webhook', 'slack', 'teams')),
  listener text not null,
  address text not null,
  language text not null,
  secret text,
  succeeded_at timestamptz, failed_at timestamptz, failure text
);
create table telling (
  id bigint generated always as identity primary key,
  alert text collate "C" not null,
  what text not null check (what in ('raised', 'resolved', 'retracted'))
);
create table delivery (
  id bigint generated always as identity primary key,
  way text collate "C" not null references way on delete cascade,
  alert text collate "C" not null,
  what text not null check (what in ('raised', 'resolved', 'retracted', 'test')),
  made_at timestamptz not null,
  next_at timestamptz not null,
  tries integer not null default 0,
  ended_at timestamptz, ended text check (ended in ('delivered', 'given up', 'over')), failure text,
  unique (way, alert, what)
);
create index delivery_open on delivery (way, next_at) where ended is null;
create index delivery_by_alert on delivery (alert);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delivery; drop table telling; drop table way');
  }
}
