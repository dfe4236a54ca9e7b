import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mergeIndexes, mergeTables } from '../set-schema.js';
import { listSets } from '../sets/create-set.js';

/** Sets that are there get the tables of merges, empty: until they are rebuilt they know only the merges that come from now on. */
export class Merges0008 implements MigrationInterface {
  readonly name = 'Merges1000000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) {
      await runner.query(`alter table ${set}.other_subject add column if not exists merged_into text collate "C"`);
      await runner.query(mergeTables(set));
      await runner.query(mergeIndexes(set));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) {
      await runner.query(`drop table ${set}.merge; drop table ${set}.refold; drop index ${set}.timeline_of_merges`);
      await runner.query(`alter table ${set}.other_subject drop column merged_into`);
    }
  }
}
