import type { EntityManager } from 'typeorm';
import { CHANGE_CHANNEL } from '../write/change.table.js';
import type { CurrentSet } from './current-set.js';
import { derivation } from './derivation.js';

/** Nobody's transaction on this set holds from now on: a writer finds another change number than it left, and looks for the current set. */
export async function closeSet(em: EntityManager, set: string): Promise<void> {
  await em.query(`update ${set}.checkpoint set change_no = change_no + 1`);
}

/** The set that is read and written once the transaction is committed; it was made by this program. */
export async function makeCurrent(em: EntityManager, { name, epoch }: CurrentSet): Promise<void> {
  await em.query('update current_set set name = $1, epoch = $2, derivation = $3, switched_at = now()', [name, epoch, derivation.version]);
  await em.query('select pg_notify($1, $2)', [CHANGE_CHANNEL, name]);
}
