import type { DataSource, EntityManager } from 'typeorm';
import { type CurrentSet, currentSet } from '../sets/current-set.js';

/** One state of the read model: whatever is read through `em` belongs together. */
export interface Snapshot {
  readonly em: EntityManager;
  readonly set: CurrentSet;
}

/** Reads in one REPEATABLE READ transaction; the first read, of the current set, fixes what all others see. */
export async function inSnapshot<T>(dataSource: DataSource, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return dataSource.transaction('REPEATABLE READ', async (em) => {
    await em.query('set transaction read only');
    return read({ em, set: await currentSet(em) });
  });
}
