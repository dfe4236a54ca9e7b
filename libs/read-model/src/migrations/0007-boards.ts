import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The boards that people put together. No number comes from them, so they are no events; `body` is name and tiles, as the screens write them. */
export class Boards0007 implements MigrationInterface {
  readonly name = 'Boards1000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table board (
  id text collate "C" primary key,
  body json not null,
  version integer not null,
  changed_at timestamptz not null
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table board');
  }
}
