import { toWall } from '../calendar/zone.js';
import { ExactSum, quotient } from '../money/exact-sum.js';
import { rateDecimals, scaledDecimal } from '../money/rates.js';
import { countName } from './count-names.js';
import type { KpiContext, TallyMaker } from './kpi.js';
import { amountOf, moneyParts } from './money.tally.js';
import { type Site, siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';

const dayLength = 86_400_000;
const one = 10n ** BigInt(rateDecimals);
/** ten-thousandths of a unit, weighed and converted */
const unitScale = 10_000n * one * one;

/** How much of an amount counts. */
export interface Weights {
  /** amounts of one key weigh the same */
  readonly keyOf: (fact: FactView) => string;
  /** 0..1; null: it cannot be said, so that the amounts are left out, counted under `reason` */
  readonly weightAt: (key: string, asOf: number) => number | null;
  readonly reason: string;
}

const whole: Weights = { keyOf: () => '', weightAt: () => 1, reason: '' };

/**
 * Sums of money that stand at an instant: in the site's currency by the rates of that instant's day, weighed as of it; beside it a group of
 * its own for each currency without a rate, counted as `no_rate` in the main one. n: the amounts that are summed.
 */
export function stockMoneyTallies({ configuration, rates }: KpiContext, weights: Weights = whole): TallyMaker {
  const site = siteOf(configuration);
  const occurring = new Map<string, number>();
  return () => new StockMoneyTally(site, rates, weights, occurring);
}

/** Amounts of one weight and currency. */
interface Heap {
  readonly key: string;
  readonly currency: string;
  n: number;
  readonly sum: ExactSum;
}

class StockMoneyTally implements Tally {
  readonly moves = 'with_days';
  private readonly heaps = new Map<string, Heap>();

  constructor(
    private readonly site: Site,
    private readonly rates: KpiContext['rates'],
    private readonly weights: Weights,
    /** how often each currency occurs in all groups of the answer */
    private readonly occurring: Map<string, number>,
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
    const amount = amountOf(fact);
    if (amount === null) return;
    const { currency, value } = amount;
    const key = this.weights.keyOf(fact);
    const name = `${currency} ${key}`;
    const heap = this.heaps.get(name) ?? { key, currency, n: 0, sum: new ExactSum() };
    heap.n += sign * times;
    heap.sum.add(sign * value);
    if (heap.n === 0) this.heaps.delete(name);
    else this.heaps.set(name, heap);
    countName(this.occurring, currency, sign * times);
  }

  parts(asOf: number): readonly TallyPart[] {
    const sums = new Map<string, { n: number; total: bigint }>();
    const { currency: home, zone } = this.site;
    const day = Math.floor(toWall(zone, asOf) / dayLength);
    let left = 0;
    for (const { key, currency, n, sum } of this.heaps.values()) {
      const weight = this.weights.weightAt(key, asOf);
      if (weight === null) {
        left += n;
        continue;
      }
      const rate = currency === home ? one : home === null ? null : this.rates.rateOn(currency, home, day);
      const into = rate === null || home === null ? currency : home;
      const there = sums.get(into) ?? { n: 0, total: 0n };
      there.n += n;
      there.total += sum.total() * scaledDecimal(String(weight)) * (rate ?? one);
      sums.set(into, there);
    }
    const units = ({ n, total }: { readonly n: number; readonly total: bigint }) => ({ n, units: quotient(total, unitScale) });
    const main = units((home === null ? undefined : sums.get(home)) ?? { n: 0, total: 0n });
    const others = [...sums].filter(([currency]) => currency !== home).map(([currency, sum]) => ({ currency, ...units(sum) }));
    const parts = moneyParts(home, main, others.toSorted(byCurrency), this.occurring.keys());
    if (left === 0) return parts;
    return parts.map((part, index) => (index === 0 ? { ...part, excluded: { ...part.excluded, [this.weights.reason]: left } } : part));
  }
}

const byCurrency = (a: { readonly currency: string }, b: { readonly currency: string }): number => (a.currency < b.currency ? -1 : 1);
