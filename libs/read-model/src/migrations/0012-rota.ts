import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who had the last turn in each team, beside the rota.advanced that says so in the log: between two alerts of one second the log is not read yet.
 * Whoever gives a lead on holds the row of `rota_turn`, so that two processes do not choose at once.
 */
export class Rota0012 implements MigrationInterface {
  readonly name = 'Rota1000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table rota (
  team text collate "C" primary key,
  rep text not null,
  at timestamptz not null
);
create table rota_turn (
  only_one boolean primary key default true check (only_one)
);
insert into rota_turn default values;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rota_turn; drop table rota');
  }
}
