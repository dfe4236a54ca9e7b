import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait, are not paused, and whose deadline has come. Unit: leads. Deadlines run on the working clock. */
export const lateNow = defineKpi({
  name: 'late-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  formula: 'leads that wait, are not paused, and whose deadline has come',
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    () =>
    ({ part }) =>
      part === 'late',
  tallies: () => () => new CountTally(),
});
