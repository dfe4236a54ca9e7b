import { randomInt } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** The set that is read. `epoch` is drawn at random at each switch: a reader that meets another one loads its snapshot again. */
export interface CurrentSet {
  readonly name: string;
  readonly epoch: number;
}

/** Answers the current set; throws when no installation was opened yet. */
export async function currentSet(from: DataSource | EntityManager): Promise<CurrentSet> {
  const [row] = await from.query<CurrentSet[]>('select name, epoch from current_set');
  if (!row) throw new Error('there is no current set: openInstallation was not called');
  return row;
}

export function drawEpoch(): number {
  return randomInt(1, 2 ** 47);
}

/** A set's name goes into SQL as it is, so it is checked here. */
export function assertSetName(name: string): void {
  if (!/^set_[1-9][0-9]{0,8}$/.test(name)) throw new Error(`${name} is no name of a set`);
}
