import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { meanMoneyTallies } from './mean-money.tally.js';
import { hasAmount } from './money.tally.js';
import { noRateThen } from './without-rate.js';

/**
 * Won value / won deals with an amount (0 counts), at the win; null while there are none. The amount is the one last named. In the site's
 * currency, by the rate of the day of the win; without a rate a group of its own, counted as `no_rate`. Excluded: `no_amount`.
 * Unit: units of `currency`. Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win and takes the sum named last; a negative amount counts as it is.
 */
export const averageDealSize = defineKpi({
  name: 'average-deal-size',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Average deal size',
      formula: 'Sum of the amounts of deals won / number of deals won that have an amount.',
      example: 'Won 100 EUR, 50 EUR and one without an amount: 75 EUR.',
    },
    es: {
      title: 'Importe medio por negocio ganado',
      formula: 'Suma de los importes de los negocios ganados / número de negocios ganados que tienen importe.',
      example: 'Ganados 100 EUR, 50 EUR y uno sin importe: 75 EUR.',
    },
    ru: {
      title: 'Средний чек',
      formula: 'Сумма выигранных сделок / число выигранных сделок, у которых указана сумма.',
      example: 'Выиграны 100 EUR, 50 EUR и одна без суммы: 75 EUR.',
    },
  },
  averages: true,
  filled: () => '{total} / {n}',
  reads: ['close'],
  dimensions: dealDimensions,
  money: true,
  takes:
    () =>
    ({ part }) =>
      part === 'won',
  excludes: (fact) => (hasAmount(fact) ? null : 'no_amount'),
  leaves: noRateThen,
  tallies: (_asking, context) => meanMoneyTallies(context),
});
