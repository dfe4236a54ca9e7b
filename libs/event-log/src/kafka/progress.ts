import type { PartitionRange } from '../event-log.js';

/** Where a partition of ours stands. */
export interface Standing {
  readonly partition: number;
  readonly position: number;
}

interface Waiting {
  readonly position: number;
  /** looks in a row at which records were there and the position was the same */
  readonly looks: number;
}

/** Knows a consumer that hangs by what it does, not by its heartbeats: records were there at the last look, and it has not moved. */
export class Progress {
  private behind = new Map<number, Waiting>();

  /**
   * The partitions that have stood still for `patience` looks. `ours` are those whose follower has nothing in hand. While other partitions are
   * handed over, patience is longer: one fetch holds the batches of many partitions, and the next comes when all of it is taken.
   */
  stuck(ranges: readonly PartitionRange[], ours: readonly Standing[], patience: number): readonly number[] {
    const heads = new Map(ranges.map(({ partition, next }) => [partition, next]));
    const behind = new Map<number, Waiting>();
    for (const { partition, position } of ours) {
      if ((heads.get(partition) ?? 0) <= position) continue;
      const before = this.behind.get(partition);
      behind.set(partition, { position, looks: before?.position === position ? before.looks + 1 : 0 });
    }
    this.behind = behind;
    return [...behind].filter(([, { looks }]) => looks >= patience).map(([partition]) => partition);
  }

  forget(): void {
    this.behind.clear();
  }
}
