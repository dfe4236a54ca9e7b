import { bands } from '../facts/bands.js';
import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { seriesTallies } from './series.tally.js';
import type { FactView } from './tally.js';

const members = bands.map((band) => ({ name: band, key: { band } }));

/**
 * Leads that arrived in the window, by time to the first answer: 0-5 (≤ 300 s), 5-15 (≤ 900 s), 15-60 (≤ 3,600 s), 60+,
 * unanswered; always all five, in this order. `value` is leads, `share` its part of n, n the leads that arrived.
 */
export const responseBands = defineKpi({
  name: 'response-bands',
  version: 1,
  unit: 'leads',
  better: 'neither',
  formula: 'leads by time to the first answer: up to 5, 15, 60 minutes, longer, unanswered; share of the leads that arrived',
  reads: ['arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  series: ['band'],
  tallies: ({ params }) =>
    seriesTallies({ memberOf: params['clock'] === 'wall' ? onTheWall : working, members: () => members, shares: true }),
});

const working = ({ part }: FactView): string => (part === null || part === 'before_arrival' ? 'unanswered' : part);
const onTheWall = (fact: FactView): string => fact.outcome ?? working(fact);
