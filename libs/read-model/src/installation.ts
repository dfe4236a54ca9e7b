import type { DataSource } from 'typeorm';
import { createSet } from './sets/create-set.js';
import { type CurrentSet, drawEpoch } from './sets/current-set.js';
import { derivation } from './sets/derivation.js';

/** The log of this installation is cut into another number of partitions than the program was told. */
export class PartitionsDiffer extends Error {
  override readonly name = 'PartitionsDiffer';
  constructor(stored: number, told: number) {
    super(
      `this installation has ${stored} partitions, but the log has ${told}: the number is fixed when an installation is made; ` +
        `run with ${stored} partitions, or leadclock export here and leadclock import into an empty installation with ${told}`,
    );
  }
}

/**
 * Opens the installation after `migrate`: stores the number of partitions of the event log and makes the first set when it is new,
 * and answers the current set. Throws PartitionsDiffer when it was made with another number.
 */
export async function openInstallation(dataSource: DataSource, { partitions }: { readonly partitions: number }): Promise<CurrentSet> {
  return dataSource.transaction(async (em) => {
    await em.query('insert into installation (partitions) values ($1) on conflict do nothing', [partitions]);
    const [stored] = await em.query<{ partitions: number }[]>('select partitions from installation for update');
    if (stored && stored.partitions !== partitions) throw new PartitionsDiffer(stored.partitions, partitions);
    const [current] = await em.query<CurrentSet[]>('select name, epoch from current_set');
    if (current) return current;
    const first: CurrentSet = { name: 'set_1', epoch: drawEpoch() };
    await createSet(em, first.name, partitions);
    await em.query('insert into current_set (name, epoch, derivation) values ($1, $2, $3)', [first.name, first.epoch, derivation.version]);
    return first;
  });
}
