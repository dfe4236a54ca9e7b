import { startOfNext, toWall } from '../calendar/zone.js';
import { rateDecimals } from '../money/rates.js';
import { totalOf } from './exact-money.js';
import { type KpiContext, stock, type TallyMaker } from './kpi.js';
import { defineMeasure } from './measure.js';
import { type Site, siteOf } from './site.js';
import type { FactView, Tally, TallyPart } from './tally.js';
import { noRateNow } from './without-rate.js';

const dayLength = 86_400_000;
const one = 10n ** BigInt(rateDecimals);

/**
 * Subscriptions that are live at an instant, by customer: `before` of them began strictly before it, with the exact `total` of what they pay
 * a month by the rate of that day; `begun` is the total of those that begin just then. `since` and `first` are of the one that began earliest:
 * its names are the customer's. n: all of them.
 */
export const liveSubscriptions = defineMeasure({
  name: 'live-subscriptions',
  titles: { en: 'Live subscriptions', es: 'Suscripciones activas', ru: 'Действующие подписки' },
  reads: ['subscription'],
  shape: stock,
  dimensions: ['customer', 'rep', 'team', 'origin', 'product'],
  readers: { customer: (fact) => fact.item },
  takes: () => (fact) => fact.part === 'live',
  leaves: noRateNow,
  tallies: (_asking, context) => liveTallies(context),
});

function liveTallies({ configuration, rates }: KpiContext): TallyMaker {
  const site = siteOf(configuration);
  return () => new LiveTally(site, rates);
}

interface Live {
  readonly subject: string;
  readonly since: number;
  readonly value: number;
  readonly currency: string | null;
}

class LiveTally implements Tally {
  /** by the key of their row: a subscription that changes has two for a moment */
  private readonly live = new Map<string, Live>();
  /** what was said last, from when until when it holds: customers are many, and few of them change */
  private said: { readonly parts: readonly TallyPart[]; readonly from: number; readonly until: number } | null = null;

  constructor(
    private readonly site: Site,
    private readonly rates: KpiContext['rates'],
  ) {}

  add({ subject, from, since, value, currency }: FactView): void {
    this.said = null;
    this.live.set(rowName(subject, from), { subject, since: since ?? from, value: value ?? 0, currency });
  }

  remove({ subject, from }: FactView): void {
    this.said = null;
    this.live.delete(rowName(subject, from));
  }

  parts(asOf: number): readonly TallyPart[] {
    if (this.said !== null && asOf >= this.said.from && asOf < this.said.until) return this.said.parts;
    const parts = this.partsAt(asOf);
    this.said = { parts, from: asOf, until: this.holdUntil(asOf) };
    return parts;
  }

  /** Who begins just now has begun in a moment; the rates are those of the day. */
  private holdUntil(asOf: number): number {
    for (const { since } of this.live.values()) if (since >= asOf) return asOf + 1;
    return startOfNext('day', this.site.zone, asOf);
  }

  private partsAt(asOf: number): readonly TallyPart[] {
    const all = [...this.live.values()].toSorted((a, b) => a.since - b.since || (a.subject < b.subject ? -1 : 1));
    const home = this.site.currency ?? onlyCurrency(all);
    const day = Math.floor(toWall(this.site.zone, asOf) / dayLength);
    let [before, total, begun, unrated] = [0, 0n, 0n, 0];
    for (const { since, value, currency } of all) {
      if (since < asOf) before += 1;
      const rate = currency === null || home === null ? null : currency === home ? one : this.rates.rateOn(currency, home, day);
      if (rate === null) unrated += 1;
      else if (since < asOf) total += (totalOf(value) * rate) / one;
      else begun += (totalOf(value) * rate) / one;
    }
    const [first] = all;
    const fields = {
      before,
      total: String(total),
      begun: String(begun),
      since: first?.since ?? null,
      first: first?.subject ?? null,
      currency: home,
    };
    return [
      {
        key: {},
        value: null,
        n: all.length,
        fields,
        ...(this.site.currency !== null && unrated > 0 && { excluded: { no_rate: unrated } }),
      },
    ];
  }
}

const rowName = (subject: string, from: number): string => `${from} ${subject}`;

/** Where no site says which: the one that there is. */
function onlyCurrency(all: readonly Live[]): string | null {
  const currencies = new Set(all.map(({ currency }) => currency));
  return currencies.size === 1 ? (all[0]?.currency ?? null) : null;
}
