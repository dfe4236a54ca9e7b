import { lastOfPeriodTallies } from './goal.tally.js';
import { defineMeasure } from './measure.js';
import { noRateThen } from './without-rate.js';

/** Forecasts, of each period the last that was submitted before it began; those that came later are excluded as `after_start`. */
export const forecasts = defineMeasure({
  name: 'forecasts',
  titles: { en: 'Forecasts', es: 'Pronósticos', ru: 'Прогнозы' },
  reads: ['forecast'],
  dimensions: ['team', 'rep'],
  leaves: noRateThen,
  tallies: () => lastOfPeriodTallies,
});
