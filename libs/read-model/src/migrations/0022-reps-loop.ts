import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loopIndexes } from '../set-schema.js';
import { listSets } from '../sets/create-set.js';

const names = ['lead_to_take', 'timeline_of_agreements'];

/** Sets that are there get the indexes by which the next lead to take, offers and promised calls are found. */
export class RepsLoop0022 implements MigrationInterface {
  readonly name = 'RepsLoop1000000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) await runner.query(loopIndexes(set));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const set of await listSets(runner.manager)) for (const name of names) await runner.query(`drop index if exists ${set}.${name}`);
  }
}
