import { subscriptionDimensions } from './dimension.js';
import { expansionTallies } from './expansion.tally.js';
import { defineKpi } from './kpi.js';
import { noRateThen } from './without-rate.js';

const kinds: ReadonlySet<string | null> = new Set(['upsell', 'cross_sell']);

/**
 * The sum of new − old monthly amounts where positive, over changes of kind upsell and cross_sell, at the change; `upsell` and `cross_sell`
 * apart. n = those changes. In the site's currency by the rate of the day; without one a group of its own, counted as `no_rate`.
 * Excluded: `not_live` (the subscription had not begun, or had ended) and `currency_changed` (the sums cannot be compared: one row each).
 * Unit: units of `currency` a month. Source: KPIS.md, Money and customers.
 * Odd data: a rise from a negative sum is the whole difference.
 */
export const expansionRevenue = defineKpi({
  name: 'expansion-revenue',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Expansion revenue',
      formula: 'Sum of what upsells and cross-sells add to the monthly amounts of subscriptions.',
      example: 'An upsell from 100 to 150 EUR and a cross-sell from 50 to 90: 90 EUR a month.',
    },
    es: {
      title: 'Ingresos por expansión',
      formula: 'Suma de lo que las ventas adicionales y cruzadas añaden a las cuotas mensuales.',
      example: 'Una venta adicional de 100 a 150 EUR y una cruzada de 50 a 90: 90 EUR al mes.',
    },
    ru: {
      title: 'Выручка от расширения',
      formula: 'Сумма прироста ежемесячных платежей от допродаж и перекрёстных продаж.',
      example: 'Допродажа со 100 до 150 EUR и перекрёстная с 50 до 90: 90 EUR в месяц.',
    },
  },
  reads: ['subscription'],
  dimensions: subscriptionDimensions,
  money: true,
  takes:
    () =>
    ({ part, outcome, value, excluded }) =>
      part === 'change' && kinds.has(outcome) && (excluded !== null || (value ?? 0) > 0),
  leaves: noRateThen,
  tallies: (_asking, context) => expansionTallies(context),
});
