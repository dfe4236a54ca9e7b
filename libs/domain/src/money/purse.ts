import { toWall } from '../calendar/zone.js';
import { ExactSum, quotient } from './exact-sum.js';
import { type Rates, rateDecimals } from './rates.js';

const dayLength = 86_400_000;
const rateScale = 10n ** BigInt(rateDecimals);
/** ten-thousandths of a unit, times the scale of rates */
const unitScale = 10_000n * rateScale;

/** How amounts come into one currency: the site's, by the rates of their day in the site's zone. */
export interface Exchange {
  /** null: no site is set, amounts stay in their own */
  readonly home: string | null;
  readonly zone: string;
  readonly rates: Rates;
}

/** An amount of a fact: ten-thousandths of `currency`, at an instant. */
export interface Amount {
  readonly value: number;
  readonly currency: string;
  readonly at: number;
}

/** Amounts summed exactly: in the home currency where there is a rate, else apart in their own. */
export class Purse {
  private homeCount = 0;
  private readonly own = new ExactSum();
  private converted = 0n;
  /** null: every amount so far came into the home currency, as nearly all do */
  private apart: Map<string, { n: number; sum: ExactSum }> | null = null;

  constructor(private readonly exchange: Exchange) {}

  /** `sign` -1 takes an amount back; `amounts`: so many of one day that come to `amount`. */
  add(amount: Amount, sign: 1 | -1, amounts = 1): void {
    const { value, currency } = amount;
    const { home, zone, rates } = this.exchange;
    if (currency === home) {
      this.addOwn(value, sign, amounts);
      return;
    }
    const rate = home === null ? null : rates.rateOn(currency, home, Math.floor(toWall(zone, amount.at) / dayLength));
    if (rate === null) this.addApart(currency, sign * value, sign * amounts);
    else {
      this.homeCount += sign * amounts;
      this.converted += BigInt(sign * value) * rate;
    }
  }

  /** As `add`, of ten-thousandths of the home currency. */
  addOwn(value: number, sign: 1 | -1, amounts = 1): void {
    this.homeCount += sign * amounts;
    this.own.add(sign * value);
  }

  private addApart(currency: string, value: number, amounts: number): void {
    this.apart ??= new Map();
    const there = this.apart.get(currency) ?? { n: 0, sum: new ExactSum() };
    there.n += amounts;
    there.sum.add(value);
    if (there.n === 0) this.apart.delete(currency);
    else this.apart.set(currency, there);
  }

  /** Amounts in the home currency, as they are and converted. */
  get n(): number {
    return this.homeCount;
  }

  /** Their sum, times 10^28. */
  total(): bigint {
    return this.own.total() * rateScale + this.converted;
  }

  /** Their sum in units of the currency. */
  units(): number {
    return this.converted === 0n ? this.own.over(10_000) : quotient(this.total(), unitScale);
  }

  /** Currencies without a rate, in alphabetical order, each with its amounts and their sum in its own units. */
  others(): readonly { readonly currency: string; readonly n: number; readonly units: number; readonly total: bigint }[] {
    if (this.apart === null) return [];
    return [...this.apart]
      .map(([currency, { n, sum }]) => ({ currency, n, units: sum.over(10_000), total: sum.total() * rateScale }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  }
}
