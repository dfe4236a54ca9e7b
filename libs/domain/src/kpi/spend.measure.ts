import { defineMeasure } from './measure.js';
import { moneyTallies } from './money.tally.js';
import { noRateThen } from './without-rate.js';

/** Spend, by the day, of marketing alone or of all kinds; one over more than ten years is excluded as `too_long`. */
export const spend = defineMeasure({
  name: 'spend',
  titles: { en: 'Spend', es: 'Gasto', ru: 'Расходы' },
  reads: ['spend'],
  dimensions: ['origin', 'campaign'],
  parameters: { kind: { values: ['marketing', 'all'], default: 'all' } },
  takes:
    ({ params }) =>
    ({ part }) =>
      params['kind'] === 'all' || part === 'marketing',
  leaves: noRateThen,
  tallies: (_asking, context) => moneyTallies(context),
});
