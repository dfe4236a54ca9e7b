import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

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
  reads: ['response', 'arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    ({ params }) =>
    (fact) =>
      fact.kind === 'arrival' ? whyUnanswered(fact) !== null : fact.part === 'both' || fact.part === params['clock'],
  excludes: (fact) => (fact.kind === 'arrival' ? whyUnanswered(fact) : null),
  tallies: () => () => new DistributionTally(1000),
});

/** Of the row of a lead's arrival: why it has no answer; null: it has one, which a row of its own tells. */
const whyUnanswered = ({ part, excluded }: FactView): string | null =>
  excluded ?? (part === 'unanswered' || part === 'before_arrival' ? part : null);
