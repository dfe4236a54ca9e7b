import type { KpiContext, TallyMaker } from './kpi.js';
import { moneyTallies } from './money.tally.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** Amounts of money as `moneyTallies` sums them, divided by how many there are; null while there are none. `total` is the sum. */
export function meanMoneyTallies(context: KpiContext): TallyMaker {
  const sums = moneyTallies(context);
  return () => new MeanTally(sums());
}

class MeanTally implements Tally {
  readonly moves = 'with_facts';
  constructor(private readonly sum: Tally) {}

  add(fact: FactView): void {
    this.sum.add(fact);
  }

  remove(fact: FactView): void {
    this.sum.remove(fact);
  }

  parts(asOf: number): readonly TallyPart[] {
    return this.sum.parts(asOf).map((part) => {
      const { n, value: total, fields } = part;
      return { ...part, value: n === 0 || total === null ? null : total / n, fields: { ...fields, total } };
    });
  }
}
