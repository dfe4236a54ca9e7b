import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { moneyTallies } from './money.tally.js';

/**
 * The sum of the amounts of deals won at `as_of`, at the win; n = won deals with an amount. In the site's currency, by
 * the rate of the day of the win; without a rate a group of its own, counted as `no_rate`. Unit: units of `currency`.
 * Source: KPIS.md, Closing.
 */
export const wonRevenue = defineKpi({
  name: 'won-revenue',
  version: 1,
  unit: 'money',
  better: 'more',
  formula: 'sum of the amounts of deals won, at the win',
  reads: ['close'],
  dimensions: dealDimensions,
  money: true,
  takes:
    () =>
    ({ part, value }) =>
      part === 'won' && value !== null,
  tallies: (_asking, context) => moneyTallies(context),
});
