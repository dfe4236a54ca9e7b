import { type Amount, Purse } from '../money/purse.js';
import { countName } from './count-names.js';
import type { KpiContext } from './kpi.js';
import { siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';

/**
 * Sums of money in the site's currency, and beside it a group of its own for each currency without a rate, counted as
 * `no_rate` in the main one. Without a site: in the one currency there is, else a group for each.
 */
export function moneyTallies({ configuration, rates }: KpiContext): () => MoneyTally {
  const { currency, zone } = siteOf(configuration);
  const currencies = new Map<string, number>();
  const exchange = { home: currency, zone, rates };
  return () => new MoneyTally(new Purse(exchange), currency, currencies);
}

/** Whether a fact has an amount, by a word of it: facts that say the same words can be summed before they are looked at. */
export const hasAmount = ({ currency }: FactView): boolean => currency !== null;

/** The amount of a fact, to be read on the spot; null: it has none. */
export function amountOf(fact: FactView): Amount | null {
  const { value, currency } = fact;
  if (value === null || currency === null) return null;
  return {
    value,
    currency,
    // of an amount in the site's own currency nobody asks
    get at() {
      return fact.at ?? fact.from;
    },
  };
}

/** A running sum of money. */
export class MoneyTally implements Tally {
  readonly moves = 'with_facts';
  constructor(
    private readonly purse: Purse,
    private readonly home: string | null,
    /** how often each currency occurs in all groups of the answer */
    private readonly currencies: Map<string, number>,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  addSum(fact: FactView, times: number): void {
    this.count(fact, 1, times);
  }

  private count(fact: FactView, sign: 1 | -1, times = 1): void {
    const { value, currency } = fact;
    // most are in the site's own currency: no object is made for these
    if (value !== null && currency !== null && currency === this.home) {
      this.purse.addOwn(value, sign, times);
      return;
    }
    const amount = amountOf(fact);
    if (amount === null) return;
    this.purse.add(amount, sign, times);
    if (this.home === null) countName(this.currencies, amount.currency, sign * times);
  }

  parts(): readonly TallyPart[] {
    return moneyParts(this.home, { n: this.purse.n, units: this.purse.units() }, this.purse.others(), this.currencies.keys());
  }
}

interface Sum {
  readonly n: number;
  readonly units: number;
}

/**
 * The groups of a sum of money: the home currency's, and one beside it for each currency that has no rate. Without a home currency one for
 * each currency; of `occurring`, those in all groups of the answer, a group without any amount takes its currency if there is but one.
 */
export function moneyParts(
  home: string | null,
  main: Sum,
  others: readonly (Sum & { readonly currency: string })[],
  occurring: Iterable<string>,
): readonly TallyPart[] {
  if (home !== null && others.length === 0) return [part(main.units, main.n, home)];
  const apart = others.map(({ currency, n, units }) => part(units, n, currency));
  if (home === null) {
    const [only, ...more] = occurring;
    return apart.length > 0 ? apart : [part(0, 0, more.length > 0 ? null : (only ?? null))];
  }
  const noRate = others.reduce((total, { n }) => total + n, 0);
  return [{ ...part(main.units, main.n, home), excluded: { no_rate: noRate } }, ...apart.map((other) => ({ ...other, aside: true }))];
}

const part = (value: number, n: number, currency: string | null): TallyPart => ({ key: {}, value, n, fields: { currency } });
