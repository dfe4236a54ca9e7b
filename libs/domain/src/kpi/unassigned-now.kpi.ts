import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait and have no owner at `as_of`. Unit: leads. */
export const unassignedNow = defineKpi({
  name: 'unassigned-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  formula: 'leads that wait and have no owner',
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    () =>
    ({ rep }) =>
      rep === null,
  tallies: () => () => new CountTally(),
});
