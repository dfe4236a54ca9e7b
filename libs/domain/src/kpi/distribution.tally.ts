import { ExactSum } from '../money/exact-sum.js';
import { type Interval, isSmall, medianRank } from './interval.js';
import { SortedValues } from './sorted-values.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/**
 * Median (the headline), mean, p90 and p95 of the facts' values, and the median's interval (distribution-free). Exact however many there are, so
 * that no answer needs a mark: 2,000,000 values take 20 MB and 0.5 s, one more of them 0.04 ms. A fact without a value counts as 0,
 * unless `valueOf` reads it elsewhere.
 * `divisor` brings values into the unit of the answer: 1000 for milliseconds in seconds, 1 for counts.
 */
export class DistributionTally implements Tally {
  readonly moves = 'with_own_facts';
  private readonly sum = new ExactSum();
  private readonly values = new SortedValues();

  constructor(
    private readonly divisor: number,
    private readonly valueOf: (fact: FactView) => number | null = ownValue,
  ) {}

  add(fact: FactView): void {
    const value = this.valueOf(fact) ?? 0;
    this.sum.add(value);
    this.values.add(value);
  }

  remove(fact: FactView): void {
    const value = this.valueOf(fact) ?? 0;
    this.sum.add(-value);
    this.values.remove(value);
  }

  parts(): readonly TallyPart[] {
    const n = this.values.size;
    const median = this.percentile(50);
    return [
      {
        key: {},
        value: median,
        n,
        fields: {
          mean: n === 0 ? null : this.sum.over(n * this.divisor),
          median,
          p90: this.percentile(90),
          p95: this.percentile(95),
          ...this.medianInterval(n),
        },
      },
    ];
  }

  private medianInterval(n: number): Interval {
    const rank = medianRank(n);
    if (rank === null) return { low: null, high: null, small: true };
    return { low: this.values.ranked(rank) / this.divisor, high: this.values.ranked(n + 1 - rank) / this.divisor, small: isSmall(n) };
  }

  private percentile(percent: number): number | null {
    const value = this.values.percentile(percent);
    return value === null ? null : value / this.divisor;
  }
}

const ownValue = ({ value }: FactView): number | null => value;
