import type { FactView } from '../kpi/tally.js';

/** The exchange rates known at one instant. */
export interface Rates {
  /**
   * The latest rate of the day or of at most 7 days before it, one unit of `currency` in units of `to`, as
   * numerator / 10^scale; null: there is none (no inverse, no cross rates). `day`: days since 1970-01-01.
   */
  rateOn(currency: string, to: string, day: number): ExactRate | null;
}

export interface ExactRate {
  readonly numerator: bigint;
  readonly scale: number;
}

export declare function ratesAt(facts: Iterable<FactView>, asOf: number): Rates;

export const noRates: Rates = { rateOn: () => null };
