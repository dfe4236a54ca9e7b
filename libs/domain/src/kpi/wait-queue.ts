import type { FactView } from './tally.js';

/** What is kept of a `wait` row: a view may move on. */
export type Wait = Pick<FactView, 'subject' | 'part' | 'item' | 'from' | 'since' | 'value'>;

/** A wait in a queue; `rank`: the less, the longer it has waited. */
export interface Queued {
  readonly wait: Wait;
  readonly rank: number;
  hasLeft: boolean;
}

/**
 * Waits whose order never changes, because all of them grow alike: whoever has waited longest is at the head, of equal ones the lead whose id comes
 * first. A binary heap; who leaves is only marked, and goes when he comes to the head or when half of them are marked: a logarithm a change.
 */
export class WaitQueue {
  private heap: Queued[] = [];
  private marked = 0;

  /** The longest wait; null: nobody waits. */
  get head(): Wait | null {
    for (let first = this.heap[0]; first !== undefined; first = this.heap[0]) {
      if (!first.hasLeft) return first.wait;
      this.dropHead();
    }
    return null;
  }

  join(wait: Wait, rank: number): Queued {
    const queued: Queued = { wait, rank, hasLeft: false };
    this.rise(queued, this.heap.length);
    return queued;
  }

  /** The wait must be in this queue. */
  leave(queued: Queued): void {
    queued.hasLeft = true;
    this.marked += 1;
    if (2 * this.marked > this.heap.length) this.clearAway();
  }

  private dropHead(): void {
    this.marked -= 1;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) this.sink(last, 0);
  }

  private clearAway(): void {
    this.heap = this.heap.filter(({ hasLeft }) => !hasLeft);
    this.marked = 0;
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at -= 1) {
      const queued = this.heap[at];
      if (queued !== undefined) this.sink(queued, at);
    }
  }

  private rise(queued: Queued, from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent];
      if (above === undefined || !isBefore(queued, above)) break;
      this.heap[at] = above;
      at = parent;
    }
    this.heap[at] = queued;
  }

  private sink(queued: Queued, from: number): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      let below = this.heap[child];
      const other = this.heap[child + 1];
      if (below !== undefined && other !== undefined && isBefore(other, below)) {
        child += 1;
        below = other;
      }
      if (below === undefined || !isBefore(below, queued)) break;
      this.heap[at] = below;
      at = child;
    }
    this.heap[at] = queued;
  }
}

const isBefore = (a: Queued, b: Queued): boolean => a.rank < b.rank || (a.rank === b.rank && a.wait.subject < b.wait.subject);
