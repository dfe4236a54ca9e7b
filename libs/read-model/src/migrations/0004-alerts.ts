import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people were told. A row is what the alert's events in the log say, so that it can be made from them again; what names an alert beside
 * lead and step (policy, clock, round) is in its id. `rep` is whom it told; null: everybody, as nobody had the lead. `alert_lane` is
 * the change feed of alerts: one row, raised by each transaction that changes an alert, to what the alert's row says then.
 * Sets that are there get the index by which a clock finds its deadline.
 */
export class Alerts0004 implements MigrationInterface {
  readonly name = 'Alerts1000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table alert (
  id text collate "C" primary key,
  lead text collate "C" not null,
  step text collate "C" not null,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  rep text,
  unconfirmed boolean not null default false,
  acknowledged_at timestamptz, acknowledged_by text,
  ended_at timestamptz, ended text check (ended in ('resolved', 'retracted')),
  change_no bigint not null
);
create index alert_by_change on alert (change_no);
create index alert_open on alert (lead, step) where ended_at is null;

create table alert_lane (
  only_one boolean primary key default true check (only_one),
  change_no bigint not null
);
insert into alert_lane (change_no) values (0);`);
    await runner.query(String.raw`
do $$ declare made text; begin
  for made in select nspname from pg_namespace where nspname ~ '^set_[1-9][0-9]*$' loop
    execute format('create index if not exists deadline_by_id on %I.deadline (id)', made);
  end loop;
end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alert_lane; drop table alert');
  }
}
