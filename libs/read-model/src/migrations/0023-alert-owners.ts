import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose the lead was when the alert was raised, before and after its step gave it on; empty: nobody's. null: raised before this was kept, or elsewhere. */
export class AlertOwners0023 implements MigrationInterface {
  readonly name = 'AlertOwners1000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert add owners text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert drop owners');
  }
}
