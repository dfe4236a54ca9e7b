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
  reads: ['arrival', 'funnel', 'stage', 'close'],
  shape: ({ basis }) => (basis === 'stock' ? 'stock' : 'flow'),
  parameters: { basis: { values: ['entered', 'stock'], default: 'entered' } },
  dimensions: [...dealDimensions, 'stage'],
  series: ['stage', 'pipeline'],
  readers: { stage: (fact) => stepOf(fact).stage },
  takes: ({ params: { basis } }) => (basis === 'stock' ? isStanding : isEntered),
  tallies: (asking, { configuration }) => seriesTallies(funnelSeries(asking, configuration)),
});

const isEntered = ({ kind, part, excluded }: FactView): boolean =>
  kind === 'close' || part === 'entered' || (kind === 'arrival' && excluded === null);

/** A closed deal stands in its close, until it is somebody else's. */
const isStanding = ({ kind, part, outcome }: FactView): boolean =>
  kind === 'close' ? outcome !== 'handed_on' : kind !== 'arrival' && part !== 'entered';
