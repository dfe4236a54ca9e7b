import type { Asking } from './asking.js';
import { lossesOf, withoutRate } from './customer-loss.js';
import { askCustomers, customersOf, inSlices, passingBefore, valuesOf } from './customers.js';
import { customersWon, wonBySlice, wonParts } from './customers-won.js';
import { subscriptionDimensions } from './dimension.js';
import { inOneCurrency, unitsOf } from './exact-money.js';
import { currencyIn } from './group-field.js';
import { defineFormula, type KpiContext, type PartGroups, stock } from './kpi.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { siteOf } from './site.js';
import { compareSlices, sliceKey, sliceName } from './slices.js';
import { wonRevenue } from './won-revenue.kpi.js';

const dayLength = 86_400_000;

/**
 * What a live customer pays a month at `as_of` / (churn-rate of the last 90 days ÷ 3); nobody lost in them, or nobody there then: null.
 * n = live customers; a customer is in the slice of his live subscription that began first. `basis=deals`: won revenue so far / customers won
 * so far (as customer-acquisition-cost counts them), with a group of its own for money without a rate, as won revenue has; n = those customers.
 * Beside it `mrr`, what they pay together, and `churn`; by deals `revenue`.
 * Unit: units of `currency` a customer. Source: KPIS.md, Money and customers.
 * Odd data: negative sums count as they are; `basis=deals`: a deal won again keeps its first win and takes the sum named last.
 */
export const customerLifetimeValue = defineFormula({
  name: 'customer-lifetime-value',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Customer lifetime value',
      formula: 'Monthly revenue per live customer / (churn rate of the last 90 days ÷ 3). By deals: won revenue / customers won so far.',
      example: 'Three customers pay 100 EUR a month each, one of four left within 90 days: 1,200 EUR.',
    },
    es: {
      title: 'Valor de vida del cliente',
      formula:
        'Ingresos mensuales por cliente activo / (tasa de bajas de los últimos 90 días ÷ 3). Por negocios: ingresos ganados / clientes ganados hasta ahora.',
      example: 'Tres clientes pagan 100 EUR al mes cada uno y uno de cuatro se fue en 90 días: 1200 EUR.',
    },
    ru: {
      title: 'Пожизненная ценность клиента',
      formula: 'Ежемесячная выручка на активного клиента / (отток за 90 дней ÷ 3). По сделкам: выручка / клиенты за всё время.',
      example: 'Три клиента платят по 100 EUR в месяц, один из четырёх ушёл за 90 дней: 1200 EUR.',
    },
  },
  filled: ({ basis }) => (basis === 'deals' ? '{revenue} / {n}' : '{mrr} / {n} / ({churn} / 3)'),
  shape: stock,
  parameters: { basis: { values: ['subscriptions', 'deals'], default: 'subscriptions' } },
  dimensions: subscriptionDimensions,
  money: true,
  moves: 'with_parts',
  parts: (asking) =>
    byDeals(asking)
      ? [{ name: 'won', of: wonRevenue, asking: askPart(wonRevenue, asking) }, ...wonParts(asking, () => null)]
      : [
          askCustomers('now', asking, asking.asOf),
          askCustomers('start', asking, asking.asOf - 90 * dayLength, passingBefore('start', asking)),
        ],
  combine: (groups, asking, context) => (byDeals(asking) ? fromDeals(groups, asking, context) : fromSubscriptions(groups, asking, context)),
});

const byDeals = ({ params }: Asking): boolean => params['basis'] === 'deals';

function fromDeals(groups: PartGroups, asking: Asking, { configuration }: KpiContext): readonly GroupAnswer[] {
  const won = customersWon(groups, asking, null, configuration);
  const counts = wonBySlice(won);
  const revenue = groups['won'] ?? [];
  const there = new Set(revenue.map((group) => sliceName(valuesOf(group, asking))));
  const bare = won.filter(({ values }) => !there.has(sliceName(values)));
  const told = revenue.map((group) => {
    const n = counts.get(sliceName(valuesOf(group, asking))) ?? 0;
    return { ...group, value: n === 0 ? null : (group.value ?? 0) / n, n, revenue: group.value };
  });
  const untold = bare.map(({ values, n }) => ({
    key: sliceKey(asking.by, values),
    value: n === 0 ? null : 0,
    n,
    excluded: {},
    revenue: 0,
    currency: siteOf(configuration).currency,
  }));
  return [...told, ...untold].toSorted((a, b) => compareSlices(valuesOf(a, asking), valuesOf(b, asking)));
}

function fromSubscriptions(groups: PartGroups, asking: Asking, { configuration }: KpiContext): readonly GroupAnswer[] {
  const live = customersOf(groups['now'], asking);
  // whom a filter leaves out now may have been counted then: who is there at all is asked of everybody
  const losses = lossesOf({ start: groups['start'] ?? [], end: groups['now'] ?? [] }, asking, configuration);
  const churn = new Map(losses.map(({ values, customers, lost }) => [sliceName(values), customers === 0 ? null : lost / customers]));
  const slices = inSlices([...live, ...losses.map(({ values }) => ({ values, name: null }))], asking, configuration);
  return slices.map(({ values, items }) => {
    const customers = items.flatMap((item) => (item.name === null ? [] : [item]));
    const all = customers.flatMap((customer) => customer.groups);
    const total = customers.reduce((sum, { total: before, begun }) => sum + before + begun, 0n);
    const lost = churn.get(sliceName(values)) ?? null;
    const n = customers.length;
    const mrr = inOneCurrency(all) ? unitsOf(total) : null;
    const value = n === 0 || lost === null || lost === 0 || mrr === null ? null : mrr / n / (lost / 3);
    const currency = currencyIn(
      all.find((group) => group.n > 0),
      configuration,
    );
    return { key: sliceKey(asking.by, values), value, n, excluded: withoutRate(all), mrr, churn: lost, currency };
  });
}
