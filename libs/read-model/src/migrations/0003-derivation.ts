import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which derivation the current set was made (sets/derivation.ts); null: before they were numbered. */
export class Derivation0003 implements MigrationInterface {
  readonly name = 'Derivation1000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table current_set add column derivation integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table current_set drop column derivation');
  }
}
