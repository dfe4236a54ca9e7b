import type { DataSource } from 'typeorm';

/** Any number, the same in every process of the house. */
const REBUILD_LOCK = 5_190_322;

/** Does the work while nobody else can rebuild this database; null when somebody does. */
export async function rebuildLock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T | null> {
  const runner = dataSource.createQueryRunner();
  try {
    const [row]: { taken: boolean }[] = await runner.query('select pg_try_advisory_lock($1) as taken', [REBUILD_LOCK]);
    if (row?.taken !== true) return null;
    try {
      return await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [REBUILD_LOCK]);
    }
  } finally {
    await runner.release();
  }
}
