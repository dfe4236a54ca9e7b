import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a way stands, for who looks at it: since when it is paused, since when each try has failed, and until when nothing is tried (as the process
 * says that tries it; each decides for itself). `delivery_try` holds each try of a message that came to an end.
 */
export class WayStates0017 implements MigrationInterface {
  readonly name = 'WayStates1000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table way add column paused_at timestamptz, add column failing_since timestamptz, add column rests_until timestamptz;
update way set failing_since = failed_at where failed_at >= coalesce(succeeded_at, '-infinity');
create table delivery_try (
  id bigint generated always as identity primary key,
  delivery bigint not null references delivery on delete cascade,
  began_at timestamptz not null,
  took_ms integer not null,
  failure text
);
create index delivery_try_of on delivery_try (delivery);
create index delivery_by_way on delivery (way, id);
create index delivery_given_up on delivery (way) where ended = 'given up' and what <> 'test';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table delivery_try;
drop index delivery_by_way, delivery_given_up;
alter table way drop column paused_at, drop column failing_since, drop column rests_until`);
  }
}
