import type { Asking } from './asking.js';
import { valuesOf } from './customers.js';
import { customersWon, wonBySlice, wonParts } from './customers-won.js';
import { currencyIn } from './group-field.js';
import { defineFormula } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { type Site, siteOf } from './site.js';
import { compareSlices, type SliceValues, sliceKey, sliceName } from './slices.js';
import { spend } from './spend.measure.js';
import { type Span, spanOf } from './window.js';

/**
 * All spend (marketing, sales, operations) / customers won: customers whose first `subscription.started` lies in the window, each in the
 * slice of that subscription; a site where none has started: leads whose first won deal lies in it. Spend counts by the day as in
 * cost-per-lead. In the site's currency by the rate of the day, else `excluded.no_rate`. n = customers won; none: null.
 * Unit: units of `currency` a customer. Source: KPIS.md, Money and customers.
 * Odd data: negative spend (money that came back) counts as it is; over a reversed range it is `excluded.reversed_range`, over more than ten
 * years `excluded.too_long`.
 */
export const customerAcquisitionCost = defineFormula({
  name: 'customer-acquisition-cost',
  version: 1,
  unit: 'money',
  better: 'less',
  words: {
    en: {
      title: 'Customer acquisition cost',
      formula: 'All spend / customers won: first subscription started in the window, or else first deal won.',
      example: 'Spend of 300 EUR on marketing and 600 on sales, three first subscriptions: 300 EUR.',
    },
    es: {
      title: 'Coste de adquisición de clientes',
      formula: 'Todo el gasto / clientes ganados: primera suscripción iniciada en el periodo o, si no las hay, primer negocio ganado.',
      example: 'Gasto de 300 EUR en marketing y 600 en ventas, tres primeras suscripciones: 300 EUR.',
    },
    ru: {
      title: 'Стоимость привлечения клиента',
      formula: 'Все расходы / новые клиенты: первая подписка началась в периоде, а без подписок — первая выигранная сделка.',
      example: 'Расходы 300 EUR на маркетинг и 600 на продажи, три первые подписки: 300 EUR.',
    },
  },
  filled: () => '{spend} / {n}',
  dimensions: ['origin', 'campaign'],
  money: true,
  parts: (asking, { configuration }) => [
    { name: 'spend', of: spend, asking: askPart(spend, asking) },
    ...wonParts(asking, (asOf) => windowAt(asking, asOf, siteOf(configuration))),
  ],
  combine: (groups, asking, { configuration }) => {
    const won = customersWon(groups, asking, windowAt(asking, asking.asOf, siteOf(configuration)), configuration);
    const counts = wonBySlice(won);
    const spent = new Map<string, GroupAnswer>();
    const slices = new Map<string, SliceValues>(won.map(({ values }) => [sliceName(values), values]));
    for (const group of groups['spend'] ?? []) {
      const values = valuesOf(group, asking);
      const name = sliceName(values);
      if (!spent.has(name)) spent.set(name, group);
      slices.set(name, values);
    }
    return [...slices]
      .toSorted(([, a], [, b]) => compareSlices(a, b))
      .map(([name, values]) => {
        const group = spent.get(name);
        const n = counts.get(name) ?? 0;
        const total = group?.value ?? 0;
        const value = n === 0 ? null : total / n;
        const currency = currencyIn(group, configuration);
        return { key: sliceKey(asking.by, values), value, n, excluded: mergeExcluded(group), spend: total, currency };
      });
  },
});

/** The window of a question, as of its own instant or, where it has a name, of a later one: an answer that is kept goes on. null: all time. */
function windowAt({ asOf, window, from, to }: Asking, instant: number, site: Site): Span | null {
  if (from === null || to === null) return null;
  return window === null || instant === asOf ? { from, to } : spanOf(window, instant, site);
}
