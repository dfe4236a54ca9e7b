import { subscriptionDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';
import { stockMoneyTallies } from './stock-money.tally.js';
import { noRateNow } from './without-rate.js';

const months = { keyOf: () => '', weightAt: () => 12, reason: '' };

/**
 * Monthly recurring revenue × 12, of the same subscriptions under the same rules. n = live subscriptions. Unit: units of `currency` a year.
 * Source: KPIS.md, Money and customers.
 * Odd data: a negative amount counts as it is.
 */
export const annualRecurringRevenue = defineKpi({
  name: 'annual-recurring-revenue',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Annual recurring revenue',
      formula: 'Sum of the monthly amounts of live subscriptions × 12.',
      example: 'Two live subscriptions of 100 and 80 EUR a month: 2,160 EUR.',
    },
    es: {
      title: 'Ingresos recurrentes anuales',
      formula: 'Suma de las cuotas mensuales de las suscripciones activas × 12.',
      example: 'Dos suscripciones activas de 100 y 80 EUR al mes: 2160 EUR.',
    },
    ru: {
      title: 'Годовая регулярная выручка',
      formula: 'Сумма ежемесячных платежей по действующим подпискам × 12.',
      example: 'Две действующие подписки на 100 и 80 EUR в месяц: 2160 EUR.',
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
  tallies: (_asking, context) => stockMoneyTallies(context, months),
});
