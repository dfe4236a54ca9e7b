import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this installation is: how its log is cut, and which set of derived tables is read. Both tables hold at most one row. */
export class Installation0001 implements MigrationInterface {
  readonly name = 'Installation1000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table installation (
  only_one boolean primary key default true check (only_one),
  partitions integer not null check (partitions > 0),
  created_at timestamptz not null default now()
);

create table current_set (
  only_one boolean primary key default true check (only_one),
  name text not null,
  epoch bigint not null,
  switched_at timestamptz not null default now()
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table current_set; drop table installation');
  }
}
