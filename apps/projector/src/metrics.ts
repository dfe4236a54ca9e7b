import { counter, gauge, histogram } from '@leadclock/runtime/metrics.js';
import type { FoldedBatch } from './folding/folded-batch.js';
import type { OwnedPartition } from './follow/owned-partitions.js';

/** What /metrics says of the projector. */
export function projectorMetrics() {
  return {
    events: counter('leadclock_projector_events_total', 'events folded into the read model'),
    parked: counter('leadclock_projector_parked_total', 'records parked because they are no event of ours', ['reason']),
    repeats: counter('leadclock_projector_repeats_total', 'events that were there already and changed nothing'),
    conflicts: counter('leadclock_projector_conflicts_total', 'versions of an event that do not count, found while folding'),
    refolds: counter('leadclock_projector_refolds_total', 'subjects folded again from their timeline'),
    asked: counter('leadclock_projector_asked_total', 'subjects that were not in memory and not known to be new'),
    foldedOn: counter('leadclock_projector_cache_hits_total', 'events folded on to a cached state'),
    rollbacks: counter('leadclock_projector_rollbacks_total', 'transactions that were rolled back'),
    transaction: histogram(
      'leadclock_projector_transaction_seconds',
      'time of one transaction',
      [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    ),
    lag: gauge('leadclock_projector_lag', 'records of the log that the checkpoint has not passed', ['partition']),
    behind: gauge('leadclock_projector_behind_seconds', 'age of the oldest record that waits in this process'),
    cached: gauge('leadclock_projector_cached_subjects', 'subjects whose state is in memory'),
    derivation: gauge('leadclock_projector_derivation', 'the derivation that this program makes rows by, and that the set was made by', [
      'of',
    ]),
    sweeping: gauge('leadclock_projector_sweeping_partitions', 'partitions whose facts are being made anew under newer configuration'),
  };
}

export type ProjectorMetrics = ReturnType<typeof projectorMetrics>;

/** Counts a batch that was committed. */
export function countBatch(
  metrics: ProjectorMetrics,
  batch: FoldedBatch,
  tookMs: number,
  owned: readonly OwnedPartition[],
  cached: number,
): void {
  metrics.events.inc(batch.events);
  metrics.repeats.inc(batch.repeats);
  metrics.conflicts.inc(batch.rows.conflicts.length);
  metrics.refolds.inc(batch.refolds);
  metrics.asked.inc(batch.asked);
  metrics.foldedOn.inc(batch.foldedOn);
  for (const { reason } of batch.rows.parked) metrics.parked.inc({ reason });
  metrics.transaction.observe(tookMs / 1000);
  for (const { partition, head, committed } of owned)
    metrics.lag.set({ partition: String(partition) }, Math.max(0, head - committed.nextOffset));
  metrics.cached.set(cached);
}
