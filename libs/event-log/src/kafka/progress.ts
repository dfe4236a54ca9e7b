import type { PartitionRange } from '../event-log.js';

/** Where a partition of ours stands. */
export interface Standing {
  readonly partition: number;
  readonly position: number;
}

/** Knows a consumer that hangs by what it does, not by its heartbeats: records were there at the last look, and it has not moved. */
export class Progress {
  private behind = new Map<number, number>();

  /** The partitions that stand still; `ours` are those whose follower has nothing in hand. */
  stuck(ranges: readonly PartitionRange[], ours: readonly Standing[]): readonly number[] {
    const heads = new Map(ranges.map(({ partition, next }) => [partition, next]));
    const behind = new Map<number, number>();
    for (const { partition, position } of ours) if ((heads.get(partition) ?? 0) > position) behind.set(partition, position);
    const stuck = [...behind].filter(([partition, position]) => this.behind.get(partition) === position).map(([partition]) => partition);
    this.behind = behind;
    return stuck;
  }

  forget(): void {
    this.behind.clear();
  }
}
