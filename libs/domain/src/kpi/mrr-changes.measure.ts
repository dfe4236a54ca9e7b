import { Purse } from '../money/purse.js';
import type { KpiContext, TallyMaker } from './kpi.js';
import { defineMeasure } from './measure.js';
import { amountOf } from './money.tally.js';
import { siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';
import { noRateThen } from './without-rate.js';

/**
 * Changes of what customers pay a month, by customer: exact totals of `rises` and `falls` by the sign of each change, whatever its kind, by
 * the rate of its day; n those that have a rate, or without a site all of them. A change into another currency is a fall of the old sum and a
 * rise of the new.
 */
export const mrrChanges = defineMeasure({
  name: 'mrr-changes',
  titles: { en: 'Changes of subscriptions', es: 'Cambios de suscripciones', ru: 'Изменения подписок' },
  reads: ['subscription'],
  dimensions: ['customer'],
  readers: { customer: (fact) => fact.item },
  takes: () => (fact) => fact.part === 'change',
  excludes: ({ excluded }) => (excluded === 'currency_changed' ? null : excluded),
  leaves: (asking, context) => {
    const unrated = noRateThen(asking, context);
    return (fact) => (fact.value === 0 ? null : unrated(fact));
  },
  tallies: (_asking, context) => changeTallies(context),
});

function changeTallies({ configuration, rates }: KpiContext): TallyMaker {
  const { currency, zone } = siteOf(configuration);
  const purse = () => new Purse({ home: currency, zone, rates });
  return () => new ChangeTally(currency, purse(), purse());
}

class ChangeTally implements Tally {
  readonly moves = 'with_own_facts';

  constructor(
    private readonly home: string | null,
    private readonly rises: Purse,
    private readonly falls: Purse,
  ) {}

  add(fact: FactView): void {
    this.count(fact, 1);
  }

  remove(fact: FactView): void {
    this.count(fact, -1);
  }

  private count(fact: FactView, sign: 1 | -1): void {
    const amount = amountOf(fact);
    if (amount === null || amount.value === 0) return;
    if (amount.value > 0) this.rises.add(amount, sign);
    else this.falls.add({ ...amount, value: -amount.value }, sign);
  }

  parts(): readonly TallyPart[] {
    const [up, down] = [this.rises.others(), this.falls.others()];
    const apart = [...up, ...down].reduce((n, other) => n + other.n, 0);
    const currencies = [...new Set([...up, ...down].map(({ currency }) => currency))];
    if (this.home !== null || currencies.length !== 1) {
      const fields = { rises: String(this.rises.total()), falls: String(this.falls.total()), currency: this.home };
      return [
        {
          key: {},
          value: null,
          n: this.home === null ? apart : this.rises.n + this.falls.n,
          fields,
          ...(this.home !== null && apart > 0 && { excluded: { no_rate: apart } }),
        },
      ];
    }
    const fields = { rises: String(up[0]?.total ?? 0n), falls: String(down[0]?.total ?? 0n), currency: currencies[0] ?? null };
    return [{ key: {}, value: null, n: apart, fields }];
  }
}
