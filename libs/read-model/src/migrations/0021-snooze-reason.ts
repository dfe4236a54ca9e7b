import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an alert was put off, a code. */
export class SnoozeReason0021 implements MigrationInterface {
  readonly name = 'SnoozeReason1000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert add snoozed_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert drop snoozed_reason');
  }
}
