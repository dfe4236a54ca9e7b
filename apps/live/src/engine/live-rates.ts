import { noRates, type RateFact, type Rates, ratesAt } from '@leadclock/domain/money/rates.js';

/** The exchange rates that live sums of money go by: those that the facts say are known at the instant. */
export class LiveRates {
  private readonly factsOf = new Map<string, readonly RateFact[]>();
  private turn = Number.POSITIVE_INFINITY;

  /** The next instant at which other rates hold though nothing is heard; Infinity: never. */
  get next(): number {
    return this.turn;
  }

  add(fact: RateFact): void {
    this.factsOf.set(fact.subject, [...(this.factsOf.get(fact.subject) ?? []), copyOf(fact)]);
  }

  /** What a currency's rates are, whole; answers whether they are others than before. */
  replace(currency: string, facts: readonly RateFact[]): boolean {
    const before = this.factsOf.get(currency) ?? [];
    const after = facts.map(copyOf);
    if (after.length === 0) this.factsOf.delete(currency);
    else this.factsOf.set(currency, after);
    return written(before) !== written(after);
  }

  at(now: number): Rates {
    const facts = [...this.factsOf.values()].flat();
    const turns = facts.flatMap(({ from, until }) => [from, until ?? Number.POSITIVE_INFINITY]).filter((instant) => instant > now);
    this.turn = turns.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return facts.length === 0 ? noRates : ratesAt(facts, now);
  }
}

/** What is handed over may be a cursor that moves on. */
const copyOf = ({ kind, subject, currency, at, from, until, item }: RateFact): RateFact => ({
  kind,
  subject,
  currency,
  at,
  from,
  until,
  item,
});

/** In one order, whatever order the rows came in. */
const written = (facts: readonly RateFact[]): string =>
  facts
    .map((fact) => JSON.stringify(fact))
    .toSorted()
    .join();
