import { listIncomplete, listRefolds, listUnswept } from '@leadclock/read-model/compare/pending-subjects.js';
import type { Checkpoint } from '@leadclock/read-model/write/checkpoint.table.js';
import type { EntityManager } from 'typeorm';
import type { ConfigHistory } from '../configuration/config-history.js';
import { scopeBetween } from '../sweep/scope-between.js';

/** Puts the subjects on a list that cannot be judged in this snapshot: incomplete ones, those that wait to be folded anew, and those that an unfinished sweep may or may not have reached. */
export async function listPending(
  em: EntityManager,
  set: string,
  list: string,
  history: ConfigHistory,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  await listIncomplete(em, set, list);
  await listRefolds(em, set, list);
  for (const { partition, configOffset } of checkpoints) {
    if (configOffset >= history.offset) continue;
    const scope = scopeBetween(history, configOffset, history.offset);
    if (scope.kind !== 'none') await listUnswept(em, set, list, partition, scope.kind === 'all' ? null : scope);
  }
}
