import { shareInterval } from './interval.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/**
 * The share of facts whose `part` is `hit`, of those that are `hit` or `miss`; both counts stand beside it under their names,
 * and Wilson's interval. null while there are none.
 */
export class RatioTally implements Tally {
  readonly moves = 'with_own_facts';
  private hits = 0;
  private misses = 0;

  constructor(
    private readonly hit: string,
    private readonly miss: string,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  addAlike(fact: FactView, times: number): void {
    this.count(fact, times);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, times: number): void {
    if (fact.part === this.hit) this.hits += times;
    else if (fact.part === this.miss) this.misses += times;
  }

  parts(): readonly TallyPart[] {
    const n = this.hits + this.misses;
    const counts = { [this.hit]: this.hits, [this.miss]: this.misses };
    return [{ key: {}, value: n === 0 ? null : this.hits / n, n, fields: { ...counts, ...shareInterval(this.hits, n) } }];
  }
}
