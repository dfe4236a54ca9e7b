import { toWall } from '../calendar/zone.js';
import { Purse } from '../money/purse.js';
import type { KpiContext, TallyMaker } from './kpi.js';
import { defineMeasure } from './measure.js';
import { amountOf } from './money.tally.js';
import { siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';
import { noRateThen } from './without-rate.js';

const dayLength = 86_400_000;

/** Won revenue of each day in the site's zone, as an exact `total`; `day` counts from 1970-01-01. n: amounts that have a rate; `unrated`: the others. */
export const wonByDay = defineMeasure({
  name: 'won-by-day',
  titles: { en: 'Won revenue by day', es: 'Ingresos ganados por día', ru: 'Выручка по дням' },
  reads: ['close'],
  dimensions: ['team', 'rep'],
  takes:
    () =>
    ({ part, value }) =>
      part === 'won' && value !== null,
  leaves: noRateThen,
  tallies: (_asking, context) => dayTallies(context),
});

function dayTallies({ configuration, rates }: KpiContext): TallyMaker {
  const { currency: home, zone } = siteOf(configuration);
  return () => new DayTally(home, zone, () => new Purse({ home, zone, rates }));
}

class DayTally implements Tally {
  readonly moves = 'with_own_facts';
  private readonly days = new Map<number, { readonly purse: Purse; amounts: number }>();

  constructor(
    private readonly home: string | null,
    private readonly zone: string,
    private readonly newPurse: () => Purse,
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
    const day = Math.floor(toWall(this.zone, amount.at) / dayLength);
    const there = this.days.get(day) ?? { purse: this.newPurse(), amounts: 0 };
    there.purse.add(amount, sign);
    there.amounts += sign;
    if (there.amounts === 0) this.days.delete(day);
    else this.days.set(day, there);
  }

  parts(): readonly TallyPart[] {
    if (this.days.size === 0) return [{ key: {}, value: null, n: 0, fields: {} }];
    return [...this.days].toSorted(([a], [b]) => a - b).map(([day, { purse }]) => this.partOf(day, purse));
  }

  /** Without a site: in the one currency that there is. */
  private partOf(day: number, purse: Purse): TallyPart {
    const others = purse.others();
    const [only, ...more] = others;
    const key = { day: String(day) };
    if (this.home === null && only !== undefined && more.length === 0)
      return { key, value: null, n: only.n, fields: { day, total: String(only.total), unrated: 0, currency: only.currency } };
    const unrated = others.reduce((n, other) => n + other.n, 0);
    return {
      key,
      value: null,
      n: purse.n,
      fields: { day, total: String(purse.total()), unrated, currency: this.home },
    };
  }
}
