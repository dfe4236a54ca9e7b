import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { winRatioTallies } from './win-ratio.tally.js';

/**
 * Won / (won + lost) by deals, at the close, with `won` and `lost`. `by_value` = won amount / amount of both over closed
 * deals that have an amount, in the site's currency; an amount without a rate is left out of it alone; null when no lost
 * deal has one. Unit: a ratio 0..1. Source: KPIS.md, Closing.
 */
export const winRatio = defineKpi({
  name: 'win-ratio',
  version: 1,
  unit: 'ratio',
  better: 'more',
  formula: 'won / (won + lost) deals; by_value: won amount / amount of both',
  reads: ['close'],
  dimensions: dealDimensions,
  money: true,
  tallies: (_asking, context) => winRatioTallies(context),
});
