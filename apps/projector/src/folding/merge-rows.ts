import type { MergeEdge } from '@leadclock/domain/merges/merge-edges.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import type { MergeRow } from '@leadclock/read-model/write/merge.table.js';

/** The rows of merges, with where their leads lie. */
export const mergeRowsOf = (edges: readonly MergeEdge[], partitions: number): readonly MergeRow[] =>
  edges.map((edge) => ({
    ...edge,
    partition: partitionOf(edge.child, partitions),
    intoPartition: edge.into === null ? null : partitionOf(edge.into, partitions),
  }));
