import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose details were destroyed, by the hash of the lead's id: never rebuilt, and never taken back. */
export class Erased0009 implements MigrationInterface {
  readonly name = 'Erased1000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table erased (
  lead bytea primary key,
  erased_at timestamptz not null default now()
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table erased');
  }
}
