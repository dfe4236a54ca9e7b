import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { SweptSubject } from '@leadclock/read-model/write/sweep.query.js';
import { type FoldSettings, loadStrange } from '../folding/fold-batch.js';
import { FoldedBatch } from '../folding/folded-batch.js';
import { deriveRows, settle } from '../folding/settle-subject.js';
import { eventsOf, mergeVersions } from '../folding/versions.js';

/** Makes the rows of these subjects anew under the configuration, from their states in memory or from their timelines. */
export async function foldSweep(
  settings: FoldSettings,
  subjects: readonly SweptSubject[],
  transaction: number,
  before: FoldedBatch | null,
): Promise<FoldedBatch> {
  const { cache, configuration, logger } = settings;
  const batch = new FoldedBatch(transaction, new SetRows(), 0);
  const strange = subjects
    .filter(({ subject, partition }) => cache.get(subject) === undefined && !cache.isLinked(subject, partition))
    .map(({ subject }) => subject);
  const standing = strange.length === 0 ? new Map<string, never>() : await loadStrange(settings, strange, before);
  for (const { subject, partition } of subjects) {
    if (cache.isLinked(subject, partition)) {
      batch.refold(subject, partition);
      continue;
    }
    const known = cache.get(subject);
    const there = standing.get(subject);
    const standingRows = known ?? there?.rows;
    if (standingRows === null || standingRows === undefined) continue;
    const incomplete = cache.parked(partition).has(subject) ? 'parked' : null;
    try {
      const state = known?.state ?? foldSubject(eventsOf(mergeVersions(there?.stored ?? [], []).versions)).state;
      const after = deriveRows(state, configuration);
      const facts = settle(batch.rows, subject, partition, standingRows, after, incomplete);
      if (known !== undefined)
        cache.put({ ...known, facts, deadlines: after.deadlines, row: after.lead === null ? 'other' : 'lead', incomplete, transaction });
    } catch (error) {
      logger.error(
        { err: error, subject, partition },
        'this subject cannot be judged under the new configuration; its rows stay as they were: report it with the lines of `leadclock export`',
      );
      cache.forget(subject, partition);
      batch.rows.incomplete.push({ subject, why: 'fold' });
    }
    batch.change(subject, partition);
  }
  return batch;
}
