import type { DataSource } from 'typeorm';

/** Any number, the same in every process of the house: whoever starts first migrates, the others wait for it. */
const MIGRATION_LOCK = 5_190_321;

/** Brings the tables outside of sets up to date. Safe when several processes start at once. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
