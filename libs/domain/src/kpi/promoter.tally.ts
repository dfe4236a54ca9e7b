import { isSmall } from './interval.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** Scores of 0 to 10 by how people speak of us. */
export const promoterTallies = (): Tally => new PromoterTally();

class PromoterTally implements Tally {
  readonly moves = 'with_own_facts';
  private promoters = 0;
  private passives = 0;
  private detractors = 0;

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count({ value }: FactView, sign: 1 | -1): void {
    const score = value ?? 0;
    if (score >= 9) this.promoters += sign;
    else if (score >= 7) this.passives += sign;
    else this.detractors += sign;
  }

  parts(): readonly TallyPart[] {
    const { promoters, passives, detractors } = this;
    const n = promoters + passives + detractors;
    const value = n === 0 ? null : (100 * (promoters - detractors)) / n;
    return [{ key: {}, value, n, fields: { promoters, passives, detractors, small: isSmall(n) } }];
  }
}
