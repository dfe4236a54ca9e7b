import { shareInterval } from './interval.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** The share of facts that are a hit, of all, and Wilson's interval; null while there are none. */
export class ShareTally implements Tally {
  readonly moves = 'with_own_facts';
  private n = 0;
  private hits = 0;

  constructor(private readonly isHit: (fact: FactView) => boolean) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, sign: 1 | -1): void {
    this.n += sign;
    if (this.isHit(fact)) this.hits += sign;
  }

  parts(): readonly TallyPart[] {
    const { n, hits } = this;
    return [{ key: {}, value: n === 0 ? null : hits / n, n, fields: { ...shareInterval(hits, n) } }];
  }
}
