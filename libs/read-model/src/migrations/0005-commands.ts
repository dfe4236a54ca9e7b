import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people's commands leave behind beside their events. `idempotency`: what was answered to a key, for 24 hours; `event` is the id of
 * the event that the command wrote, or would have. `claim`: who won an assignment of a lead; (source, id) is the assignment's event,
 * both empty for a lead that nobody was ever assigned.
 */
export class Commands0005 implements MigrationInterface {
  readonly name = 'Commands1000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table idempotency (
  person text collate "C" not null,
  key text collate "C" not null,
  digest text not null,
  command text not null,
  lead text collate "C" not null,
  rep text collate "C" not null,
  event text collate "C" not null,
  status smallint not null,
  answer text not null,
  at timestamptz not null,
  primary key (person, key)
);
create index idempotency_by_event on idempotency (event);
create index idempotency_by_age on idempotency (at);

create table claim (
  lead text collate "C" not null,
  source text collate "C" not null,
  id text collate "C" not null,
  rep text not null,
  event text not null,
  at timestamptz not null,
  released boolean not null,
  primary key (lead, source, id)
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table claim; drop table idempotency');
  }
}
