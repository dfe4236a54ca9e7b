import { standsAsOpportunity } from '../facts/stage-entry.js';
import { CountTally } from './count.tally.js';
import { dealDimensions } from './dimension.js';
import { stock } from './kpi.js';
import { defineMeasure } from './measure.js';

/** Deals open at an instant at or past the opportunity stage of their pipeline, in the version in force then. */
export const openOpportunities = defineMeasure({
  name: 'open-opportunities',
  titles: { en: 'Open opportunities', es: 'Oportunidades abiertas', ru: 'Открытые возможности' },
  reads: ['stage'],
  shape: stock,
  dimensions: dealDimensions,
  takes: () => standsAsOpportunity,
  tallies: () => () => new CountTally(),
});
