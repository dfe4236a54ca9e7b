import type { Differences, RowDifference } from '@leadclock/read-model/compare/compare-rows.js';

/** Counts all differences and keeps the first ones. */
export class DifferenceList {
  count = 0;
  readonly first: RowDifference[] = [];

  constructor(private readonly most: number) {}

  add({ count, first }: Differences): void {
    this.count += count;
    this.first.push(...first.slice(0, this.most - this.first.length));
  }
}
