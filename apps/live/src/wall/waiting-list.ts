import type { FactStore } from '../engine/fact-store.js';
import { InstantQueue } from '../engine/instant-queue.js';
import { RowSet } from '../engine/row-set.js';
import type { Watcher } from '../engine/running-windows.js';

const leastGarbage = 1_024;

/** The rows of leads that wait, the longest wait first: the first few are had without sorting all. */
export class WaitingList implements Watcher {
  /** running clocks by the instant from which they count; standing ones by how long they stand at, the longest first */
  private running = new InstantQueue();
  private paused = new InstantQueue();
  private readonly members = new RowSet();
  /** what was asked for last, until somebody comes or goes */
  private front: { readonly limit: number; readonly rows: readonly number[] } | null = null;

  constructor(
    private readonly store: FactStore,
    /** whose wait comes first: the longest's, or the shortest's */
    private readonly begins: 'longest' | 'shortest' = 'longest',
  ) {}

  get size(): number {
    return this.members.size;
  }

  /** entries of the queues, those of rows that have left among them */
  get held(): number {
    return this.running.size + this.paused.size;
  }

  entered(row: number): void {
    this.front = null;
    this.members.add(row);
    this.queue(row);
    if (this.held > leastGarbage && this.held > 2 * this.members.size) this.sweep();
  }

  left(row: number): void {
    this.front = null;
    this.members.delete(row);
  }

  private queue(row: number): void {
    (this.isPaused(row) ? this.paused : this.running).push(this.orderOf(row), row);
  }

  /** Who has left stays in a queue until nobody waits longer than he did: with a lead that waits for ever, for ever. */
  private sweep(): void {
    this.running = new InstantQueue();
    this.paused = new InstantQueue();
    for (const row of this.members) this.queue(row);
  }

  /** At most `limit` rows whose clock runs, the longest wait first, of equal ones those without an owner first; then those that are paused. */
  first(limit: number): readonly number[] {
    if (this.front === null || this.front.limit < limit) {
      const running = this.take(this.running, limit, false);
      this.front = { limit, rows: [...running, ...this.take(this.paused, limit - running.length, true)] };
    }
    return this.front.rows.slice(0, limit);
  }

  /** The longest wait of those whose clock runs, and of those whose clock stands: one of the two is the longest of all. */
  longest(): readonly number[] {
    return [...this.take(this.running, 1, false), ...this.take(this.paused, 1, true)];
  }

  /** The rows in front of a queue. What has left since it was put in falls out here; all others go back. */
  private take(queue: InstantQueue, limit: number, paused: boolean): readonly number[] {
    const taken = new Map<number, number>();
    let last = Number.NaN;
    while (queue.size > 0 && (taken.size < limit || queue.next === last)) {
      const instant = queue.next;
      const row = queue.pop();
      if (!this.members.has(row) || this.isPaused(row) !== paused || instant !== this.orderOf(row)) continue;
      taken.set(row, instant);
      last = instant;
    }
    for (const [row, instant] of taken) queue.push(instant, row);
    const owned = (row: number): number => (this.store.cursor().on(row).rep === null ? 0 : 1);
    return [...taken]
      .toSorted(([a, x], [b, y]) => x - y || owned(a) - owned(b) || (this.subject(a) < this.subject(b) ? -1 : 1))
      .slice(0, limit)
      .map(([row]) => row);
  }

  private orderOf(row: number): number {
    const fact = this.store.cursor().on(row);
    const order = fact.part === 'paused' ? -heldOf(fact) : (fact.since ?? fact.from);
    return this.begins === 'longest' ? order : -order;
  }

  private isPaused(row: number): boolean {
    return this.store.cursor().on(row).part === 'paused';
  }

  private subject(row: number): string {
    return this.store.cursor().on(row).subject;
  }
}

/** What a standing clock shows, milliseconds. */
export const heldOf = (fact: { readonly from: number; readonly since: number | null }): number => fact.from - (fact.since ?? fact.from);
