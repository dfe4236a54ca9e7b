import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { edgesOf } from '@leadclock/domain/merges/merge-edges.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import type { FoldSettings } from './fold-batch.js';
import type { FoldedBatch } from './folded-batch.js';
import type { SubjectWork } from './gather.js';
import type { Standing } from './load-standing.js';
import { mergeRowsOf } from './merge-rows.js';
import { toldAlerts } from './told-alerts.js';
import { eventsOf, mergeVersions } from './versions.js';

/**
 * Stores the events of a lead that merges name, and asks for it to be folded anew together with those that belong to it: they lie in other
 * partitions, so its rows are made beside the batches (refold/). Where its own merges have changed, the leads at their other ends are asked for, too.
 */
export function foldLinked(settings: FoldSettings, batch: FoldedBatch, work: SubjectWork, standing: Standing | null): void {
  const { subject, partition } = work;
  const { cache, logger, partitions } = settings;
  const { rows } = batch;
  const stored = standing?.stored ?? [];
  const { versions, fresh, lowered } = mergeVersions(stored, work.heard);
  batch.repeats += Math.max(0, work.heard.length - fresh.length - lowered.length);
  if (fresh.length === 0 && lowered.length === 0) return;
  for (const row of fresh) rows.timeline.push(row);
  for (const row of lowered) rows.lowered.push(row);
  batch.versions.push(...fresh, ...lowered);
  batch.change(subject, partition);
  cache.link(subject, partition);
  batch.refold(subject, partition);
  try {
    const events = eventsOf(versions);
    const before = edgesOf(eventsOf(mergeVersions(stored, []).versions));
    const after = edgesOf(events);
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      rows.mergedChildren.push(subject);
      rows.merges.push(...mergeRowsOf(after, partitions));
      for (const { into } of [...before, ...after]) if (into !== null) batch.refold(into, partitionOf(into, partitions));
    }
    const { state, conflicts } = foldSubject(events);
    rows.conflicted.push(subject);
    for (const { source, id, others } of conflicts) for (const digest of others) rows.conflicts.push({ subject, source, id, digest });
    if (state.erasedAt !== null) rows.erased.push(subject);
    if (fresh.some(({ type }) => type.startsWith('alert.'))) rows.alerts.push(...toldAlerts(state));
  } catch (error) {
    logger.error(
      { err: error, subject, partition },
      'what merges this subject says cannot be made out; its events are kept: report it with the lines of `leadclock export`',
    );
  }
}
