import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oddIndexes } from '../set-schema.js';
import { listSets } from '../sets/create-set.js';

const names = ['lead_odd', 'lead_disputed', 'fact_odd', 'fact_by_currency'];

/** Sets that are there get the indexes that odd data, amounts of other currencies and disputes are found by. */
export class OddIndexes0011 implements MigrationInterface {
  readonly name = 'OddIndexes1000000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) await runner.query(oddIndexes(set));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) for (const name of names) await runner.query(`drop index if exists ${set}.${name}`);
  }
}
