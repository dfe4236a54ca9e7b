import { subscriptionDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';
import { stockMoneyTallies } from './stock-money.tally.js';
import { noRateNow } from './without-rate.js';

/**
 * The sum of what live subscriptions pay a month, as of an instant: live from `started` to `cancelled`, that instant excluded. n = live
 * subscriptions. In the site's currency by the rate of that day; without one a group of its own, counted as `no_rate`. What is said of a
 * subscription that is not live changes nothing; one that is started again while it is live pays the new sum. Rep and team are those it
 * names, as of that instant. Unit: units of `currency` a month. Source: KPIS.md, Money and customers.
 * Odd data: a negative amount counts as it is.
 */
export const monthlyRecurringRevenue = defineKpi({
  name: 'monthly-recurring-revenue',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Monthly recurring revenue',
      formula: 'Sum of the monthly amounts of live subscriptions.',
      example: 'Started at 100 and at 50 EUR a month, the second later raised to 80: 180 EUR.',
    },
    es: {
      title: 'Ingresos recurrentes mensuales',
      formula: 'Suma de las cuotas mensuales de las suscripciones activas.',
      example: 'Dos suscripciones de 100 y 50 EUR al mes; la segunda sube a 80: 180 EUR.',
    },
    ru: {
      title: 'Ежемесячная регулярная выручка',
      formula: 'Сумма ежемесячных платежей по действующим подпискам.',
      example: 'Подписки на 100 и на 50 EUR в месяц, вторая выросла до 80: 180 EUR.',
    },
  },
  shape: stock,
  reads: ['subscription'],
  dimensions: subscriptionDimensions,
  money: true,
  takes:
    () =>
    ({ part }) =>
      part === 'live',
  leaves: noRateNow,
  tallies: (_asking, context) => stockMoneyTallies(context),
});
