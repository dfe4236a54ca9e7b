import type { Fact } from '../facts/fact.js';

/** Decimals that a rate is held with: more than the 17 digits of a JSON number below one need. */
export const rateDecimals = 24;

/** Days that a rate stays good for, its own not counted. */
const goodFor = 7;
const dayLength = 86_400_000;

/** The exchange rates known at one instant. */
export interface Rates {
  /**
   * The rate of the day, else the latest of at most 7 days before it: one unit of `currency` in units of `to`, times
   * 10^24. null: there is none (no inverse, no cross rates). `day`: days since 1970-01-01.
   */
  rateOn(currency: string, to: string, day: number): bigint | null;
}

export const noRates: Rates = { rateOn: () => null };

/** What is read of a fact of kind `rate`: `subject` is worth `item` (a decimal) units of `currency` on the day of `at` (its midnight in UTC). */
export type RateFact = Pick<Fact, 'kind' | 'subject' | 'currency' | 'at' | 'from' | 'until' | 'item'>;

/** The rates that facts say are known at an instant; facts of other kinds are passed over. */
export const ratesAt = (facts: Iterable<RateFact>, asOf: number): Rates => ratesByInstant(facts)(asOf);

/** The rate of one day, for as long as it is the one that is known. */
interface KnownRate {
  readonly from: number;
  readonly until: number | null;
  readonly rate: bigint;
}

/** The rates that facts say are known at any instant that is asked; facts of other kinds are passed over. */
export function ratesByInstant(facts: Iterable<RateFact>): (asOf: number) => Rates {
  const byPair = new Map<string, Map<number, KnownRate[]>>();
  for (const { kind, subject, currency, at, item, from, until } of facts) {
    if (kind !== 'rate' || currency === null || at === null || item === null) continue;
    const pair = pairName(subject, currency);
    const days = byPair.get(pair) ?? new Map<number, KnownRate[]>();
    const day = Math.floor(at / dayLength);
    const known = days.get(day) ?? [];
    known.push({ from, until, rate: scaledDecimal(item) });
    byPair.set(pair, days.set(day, known));
  }
  return (asOf) => ({
    rateOn(currency, to, day) {
      const days = byPair.get(pairName(currency, to));
      if (days === undefined) return null;
      for (let back = 0; back <= goodFor; back++) {
        const known = days.get(day - back)?.findLast(({ from, until }) => from <= asOf && (until === null || asOf < until));
        if (known !== undefined) return known.rate;
      }
      return null;
    },
  });
}

const pairName = (currency: string, to: string): string => `${currency} ${to}`;

/** A decimal as JavaScript writes a number (`0.9`, `1e-7`) times 10^24, what lies beyond cut off. */
export function scaledDecimal(text: string): bigint {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const zeros = rateDecimals - fraction.length + Number(exponent);
  const all = BigInt(whole + fraction);
  return zeros >= 0 ? all * 10n ** BigInt(zeros) : all / 10n ** BigInt(-zeros);
}
