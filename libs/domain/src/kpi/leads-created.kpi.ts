import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';

/** Leads whose arrival is in the window. Unit: leads. Rep: the first owner, from when he was one. */
export const leadsCreated = defineKpi({
  name: 'leads-created',
  version: 1,
  unit: 'leads',
  better: 'more',
  formula: 'leads whose arrival is in the window',
  reads: ['arrival'],
  dimensions: leadDimensions,
  tallies: () => () => new CountTally(),
});
