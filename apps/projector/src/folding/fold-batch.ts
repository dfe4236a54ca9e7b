import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { DataSource } from 'typeorm';
import type { ProjectorLines } from '../projector-lines.js';
import { SubjectFold } from './fold-subject-work.js';
import { FoldedBatch } from './folded-batch.js';
import type { Gathered, SubjectWork } from './gather.js';
import { loadStanding, type Standing } from './load-standing.js';
import type { SubjectCache } from './subject-cache.js';

/** What a batch is folded with. */
export interface FoldSettings {
  readonly dataSource: DataSource;
  readonly set: string;
  readonly topic: string;
  readonly partitions: number;
  readonly cache: SubjectCache;
  readonly configuration: Configuration;
  readonly logger: ProjectorLines;
}

/** So many subjects are folded before other work of the process has its turn. */
const TURN = 32;

/**
 * Folds what was gathered into the rows that one transaction is to write. In order: on to the cached state; late, repeated, correcting or unknown:
 * from the timeline. The database is asked at most once, and never while folding. `before` is the batch that is being written meanwhile.
 */
export async function foldBatch(
  settings: FoldSettings,
  { works, parked, events }: Gathered,
  transaction: number,
  before: FoldedBatch | null,
): Promise<FoldedBatch> {
  const { cache } = settings;
  const rows = new SetRows();
  for (const row of parked) rows.parked.push(row);
  const batch = new FoldedBatch(transaction, rows, events);
  const fold = new SubjectFold(settings, batch);
  const strange: SubjectWork[] = [];
  let turn = 0;
  for (const work of works.values()) {
    if (work.poisoned) fold.poison(work);
    if (work.heard.length > 0 && (isMerged(cache, work) || !fold.onKnown(work))) {
      if (cache.isNew(work.subject, work.partition)) fold.onStanding(work, null);
      else strange.push(work);
    }
    if (++turn % TURN === 0) await letOthersRun();
  }
  batch.asked = strange.length;
  if (strange.length > 0) {
    const subjects = strange.map((work) => work.subject);
    const standing = await loadStrange(settings, subjects, before);
    for (const work of strange) {
      fold.onStanding(work, standing.get(work.subject) ?? null);
      if (++turn % TURN === 0) await letOthersRun();
    }
  }
  return batch;
}

/** Merges name it, or it says one itself: its events are stored only, and its rows made beside the batches. */
const isMerged = (cache: SubjectCache, { subject, partition, heard }: SubjectWork): boolean =>
  cache.isLinked(subject, partition) || heard.some(({ event }) => event.type === 'lead.merged');

/** What the set holds of these subjects, or will hold once `before` is committed. */
export async function loadStrange(
  { cache, dataSource, set }: FoldSettings,
  subjects: readonly string[],
  before: FoldedBatch | null,
): Promise<ReadonlyMap<string, Standing>> {
  const isKnown = (subject: string): boolean => cache.get(subject) !== undefined;
  // what stands of these is on its way, and no cache knows it
  if (before !== null && before.changes(subjects.filter((subject) => !isKnown(subject)))) await before.committed;
  const wanted = new Set(subjects);
  const inFlight = before === null ? [] : before.versions.filter((row) => wanted.has(row.subject));
  return loadStanding(dataSource, set, subjects, isKnown, inFlight);
}
