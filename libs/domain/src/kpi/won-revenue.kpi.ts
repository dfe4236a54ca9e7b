import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { hasAmount, moneyTallies } from './money.tally.js';
import { noRateThen } from './without-rate.js';

/**
 * The sum of the amounts of deals won at `as_of`, at the win; n = won deals with an amount. In the site's currency, by
 * the rate of the day of the win; without a rate a group of its own, counted as `no_rate`. Unit: units of `currency`.
 * Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win and takes the sum named last; a negative amount counts as it is (money that goes back).
 */
export const wonRevenue = defineKpi({
  name: 'won-revenue',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Won revenue',
      formula: 'Sum of the amounts of deals won, at the win.',
      example: 'Won 1,200.00 and 300.50 EUR: 1,500.50 EUR.',
    },
    es: {
      title: 'Ingresos ganados',
      formula: 'Suma de los importes de los negocios ganados, en el momento de ganarlos.',
      example: 'Ganados 1200,00 y 300,50 EUR: 1500,50 EUR.',
    },
    ru: {
      title: 'Выручка',
      formula: 'Сумма выигранных сделок на момент выигрыша.',
      example: 'Выиграны 1200,00 и 300,50 EUR: 1500,50 EUR.',
    },
  },
  reads: ['close'],
  dimensions: dealDimensions,
  money: true,
  takes: () => (fact) => fact.part === 'won' && hasAmount(fact),
  leaves: noRateThen,
  tallies: (_asking, context) => moneyTallies(context),
});
