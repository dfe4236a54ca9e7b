import type { KpiContext, TallyMaker } from './kpi.js';
import { type MoneyTally, moneyTallies } from './money.tally.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** Amounts of money as `moneyTallies` sums them, divided by how many there are; null while there are none. `total` is the sum. */
export function meanMoneyTallies(context: KpiContext): TallyMaker {
  const sums = moneyTallies(context);
  return () => new MeanTally(sums());
}

class MeanTally implements Tally {
  readonly moves = 'with_facts';
  constructor(private readonly sum: MoneyTally) {}

  add(fact: FactView): void {
    this.sum.add(fact);
  }

  addSum(fact: FactView, times: number): void {
    this.sum.addSum(fact, times);
  }

  remove(fact: FactView): void {
    this.sum.remove(fact);
  }

  parts(): readonly TallyPart[] {
    return this.sum.parts().map((part) => {
      const { n, value: total, fields } = part;
      return { ...part, value: n === 0 || total === null ? null : total / n, fields: { ...fields, total } };
    });
  }
}
