import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait at `as_of`: from the arrival until the first of answer, closed, 30 × 24 h. Unit: leads. Rep: the owner then. */
export const waitingNow = defineKpi({
  name: 'waiting-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  formula: 'leads that arrived, are neither answered nor closed, and are not 30 days old',
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: () => () => new CountTally(),
});
