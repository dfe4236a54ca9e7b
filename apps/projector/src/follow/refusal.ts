import { CheckpointMoved } from '@leadclock/read-model/write/checkpoint.table.js';

/** What went wrong with a transaction. */
export type Failure =
  /** another writer was there, or a repeat that this process did not know of: the checkpoint is read again */
  | 'fenced'
  /** the database will never take these rows */
  | 'refused'
  /** the database is away, or gave up on us: it passes */
  | 'trouble';

const UNIQUE = '23505';
/** serialization failure, deadlock */
const ROLLED_BACK = '40';

export function failureOf(error: unknown): Failure {
  if (error instanceof CheckpointMoved) return 'fenced';
  const state = sqlState(error);
  if (state === UNIQUE || state.startsWith(ROLLED_BACK)) return 'fenced';
  return state.startsWith('22') || state.startsWith('23') ? 'refused' : 'trouble';
}

/** The SQLSTATE of an error of `pg`, wrapped by TypeORM or not; empty when it has none. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : '';
}
