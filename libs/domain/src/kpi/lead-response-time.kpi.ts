import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';

/**
 * First answer − arrival, of leads that arrived in the window; unanswered at `as_of`: `excluded.unanswered`, or
 * `before_arrival` where only a touchpoint before the arrival would have answered. Unit: seconds. Rep: who answered.
 */
export const leadResponseTime = defineKpi({
  name: 'lead-response-time',
  version: 1,
  unit: 's',
  better: 'less',
  formula: 'first answer − arrival; a lead without an answer at as_of is excluded',
  reads: ['response'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    ({ params }) =>
    ({ part, excluded }) =>
      part === 'both' || part === params['clock'] || excluded !== null,
  tallies: () => () => new DistributionTally(1000),
});
