import type { FactView } from './tally.js';

/**
 * Where facts stand among the buckets of a trend, told by rising ends so that a store can group facts by it. `at`: buckets that follow each
 * other, a fact lies in one; `truth`: instants, a fact counts in each at which it is true.
 */
export interface Places {
  readonly by: 'at' | 'truth';
  /** the end of each bucket, epoch milliseconds, rising; where `by` is `at` the next one begins there */
  readonly ends: readonly number[];
}

/** The first bucket in which a fact counts, and the first one after those. */
export type Stretch = readonly [first: number, end: number];

/** Where a fact stands; of `at` it must lie in one of the buckets. A store says the same of its rows. */
export function stretchOf({ by, ends }: Places, fact: Pick<FactView, 'at' | 'from' | 'until'>): Stretch {
  // a cursor is read for what is needed alone
  if (by === 'truth') return [endsBefore(ends, fact.from), fact.until === null ? ends.length : endsBefore(ends, fact.until)];
  const bucket = fact.at === null ? ends.length : endsBefore(ends, fact.at + 1);
  return [bucket, bucket + 1];
}

/** How many of rising ends lie before an instant. */
function endsBefore(ends: readonly number[], instant: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) >= instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
