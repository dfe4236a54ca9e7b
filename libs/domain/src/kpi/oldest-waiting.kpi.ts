import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';
import { longestWaitTally } from './longest-wait.tally.js';

/**
 * The longest wait at `as_of` among the leads that wait, on the chosen clock; null when nobody waits. Unit: seconds;
 * n: the leads that wait; `lead`: the one that has waited so long.
 */
export const oldestWaiting = defineKpi({
  name: 'oldest-waiting',
  version: 1,
  unit: 's',
  better: 'less',
  formula: 'the longest wait among the leads that wait',
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: ({ params }, { configuration }) => longestWaitTally(params['clock'] === 'wall' ? 'wall' : 'working', configuration),
});
