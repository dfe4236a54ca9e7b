import { ActivityTally } from './activity.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';

/**
 * All touchpoints, in and out, by anybody, at their start; `talk_s` = seconds of connected calls. `rep` is the
 * touchpoint's own and nobody else, `channel` the touchpoint's, `outcome` its latest. Unit: touchpoints. Source: KPIS.md, Touches.
 */
export const repActivity = defineKpi({
  name: 'rep-activity',
  version: 1,
  unit: 'touchpoints',
  better: 'neither',
  formula: 'touchpoints, in and out, by anybody, at their start; talk_s: the duration of connected calls',
  reads: ['touch'],
  dimensions: [...leadDimensions, 'outcome', 'actor', 'direction'],
  maxBy: 3,
  readers: {
    channel: (fact) => fact.touchChannel,
    actor: (fact) => fact.part?.split(' ')[0] ?? null,
    direction: (fact) => fact.part?.split(' ')[1] ?? null,
  },
  tallies: () => () => new ActivityTally(),
});
