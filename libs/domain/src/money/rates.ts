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
export function ratesAt(facts: Iterable<RateFact>, asOf: number): Rates {
  const byPair = new Map<string, Map<number, bigint>>();
  for (const fact of facts) {
    if (fact.kind !== 'rate' || fact.currency === null || fact.at === null || fact.item === null) continue;
    if (fact.from > asOf || (fact.until !== null && fact.until <= asOf)) continue;
    const pair = pairName(fact.subject, fact.currency);
    const days = byPair.get(pair) ?? new Map<number, bigint>();
    byPair.set(pair, days.set(Math.floor(fact.at / dayLength), scaledDecimal(fact.item)));
  }
  return {
    rateOn(currency, to, day) {
      const days = byPair.get(pairName(currency, to));
      if (days === undefined) return null;
      for (let back = 0; back <= goodFor; back++) {
        const rate = days.get(day - back);
        if (rate !== undefined) return rate;
      }
      return null;
    },
  };
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
