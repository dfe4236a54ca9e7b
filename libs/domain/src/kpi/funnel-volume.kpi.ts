import { dealDimensions } from './dimension.js';
import { funnelSeries, stepOf } from './funnel-series.js';
import { defineKpi } from './kpi.js';
import { seriesTallies } from './series.tally.js';
import type { FactView } from './tally.js';

/**
 * Leads at the instant they reached each of the five stages (created, answered, contacted, meeting, qualified), deals at
 * their first entry of each stage of their pipeline, and at the outcome that counts. `basis=stock`: leads once, at the
 * furthest; open deals by their stage; closed deals. One group for each stage, in order. Source: KPIS.md, Funnel.
 */
export const funnelVolume = defineKpi({
  name: 'funnel-volume',
  version: 1,
  unit: 'leads',
  better: 'more',
  formula:
    'leads that reached each of created, answered, contacted, meeting, qualified; then deals by the first entry of each stage; then won and lost',
  reads: ['arrival', 'wait', 'meeting', 'funnel', 'stage', 'close'],
  shape: ({ basis }) => (basis === 'stock' ? 'stock' : 'flow'),
  parameters: { basis: { values: ['entered', 'stock'], default: 'entered' } },
  dimensions: [...dealDimensions, 'stage'],
  series: ['stage', 'pipeline'],
  readers: { stage: (fact) => stepOf(fact).stage },
  takes: ({ params: { basis } }) => (basis === 'stock' ? isStanding : isEntered),
  // a meeting that the lead booked alone is one too
  excludes: () => null,
  tallies: (asking, { configuration }) => seriesTallies(funnelSeries(asking, configuration)),
});

const isEntered = ({ kind, part, stage, excluded }: FactView): boolean => {
  if (kind === 'arrival') return excluded === null;
  if (kind === 'meeting') return stage !== null;
  return kind === 'close' || part === 'entered';
};

/** A lead that only waits stands in its wait; a closed deal in its close, until it is somebody else's. */
const isStanding = ({ kind, part, stage, outcome }: FactView): boolean => {
  if (kind === 'wait') return stage !== null;
  if (kind === 'close') return outcome !== 'handed_on';
  return kind !== 'arrival' && kind !== 'meeting' && part !== 'entered';
};
