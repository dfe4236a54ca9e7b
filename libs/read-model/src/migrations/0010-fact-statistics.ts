import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factStatistics } from '../set-schema.js';
import { listSets } from '../sets/create-set.js';

/** Sets that are there get the statistics that historical questions are planned by. */
export class FactStatistics0010 implements MigrationInterface {
  readonly name = 'FactStatistics1000000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) {
      await runner.query(factStatistics(set));
      await runner.query(`analyze ${set}.fact`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) await runner.query(`drop statistics if exists ${set}.fact_words`);
  }
}
