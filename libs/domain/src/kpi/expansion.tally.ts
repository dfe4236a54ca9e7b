import { Purse } from '../money/purse.js';
import { countName } from './count-names.js';
import type { KpiContext, TallyMaker } from './kpi.js';
import { amountOf, moneyParts } from './money.tally.js';
import { siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/** Money that upsells and cross-sells add, together and apart. */
export function expansionTallies({ configuration, rates }: KpiContext): TallyMaker {
  const { currency: home, zone } = siteOf(configuration);
  const occurring = new Map<string, number>();
  const purse = () => new Purse({ home, zone, rates });
  return () => new ExpansionTally(home, { all: purse(), upsell: purse(), cross: purse() }, occurring);
}

interface Purses {
  readonly all: Purse;
  readonly upsell: Purse;
  readonly cross: Purse;
}

class ExpansionTally implements Tally {
  readonly moves = 'with_facts';
  constructor(
    private readonly home: string | null,
    private readonly purses: Purses,
    /** how often each currency occurs in all groups of the answer */
    private readonly occurring: Map<string, number>,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, sign: 1 | -1): void {
    const amount = amountOf(fact);
    if (amount === null) return;
    this.purses.all.add(amount, sign);
    (fact.outcome === 'upsell' ? this.purses.upsell : this.purses.cross).add(amount, sign);
    countName(this.occurring, amount.currency, sign);
  }

  parts(): readonly TallyPart[] {
    const { all, upsell, cross } = this.purses;
    return moneyParts(this.home, { n: all.n, units: all.units() }, all.others(), this.occurring.keys()).map((part) => {
      const { currency } = part.fields;
      return { ...part, fields: { ...part.fields, upsell: this.unitsIn(upsell, currency), cross_sell: this.unitsIn(cross, currency) } };
    });
  }

  private unitsIn(purse: Purse, currency: unknown): number {
    if (this.home !== null && currency === this.home) return purse.units();
    return purse.others().find((other) => other.currency === currency)?.units ?? 0;
  }
}
