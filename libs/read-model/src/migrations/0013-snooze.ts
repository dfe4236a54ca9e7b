import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when an alert was put off, by whom and when: of several times the last. While it lasts nobody is told of its step again. */
export class Snooze0013 implements MigrationInterface {
  readonly name = 'Snooze1000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert add snoozed_at timestamptz, add snoozed_until timestamptz, add snoozed_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert drop snoozed_at, drop snoozed_until, drop snoozed_by');
  }
}
