import { dealDimensions } from './dimension.js';
import { funnelSeries } from './funnel-series.js';
import { defineKpi } from './kpi.js';
import { seriesTallies } from './series.tally.js';

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
  reads: ['funnel', 'stage', 'close'],
  shape: ({ basis }) => (basis === 'stock' ? 'stock' : 'flow'),
  parameters: { basis: { values: ['entered', 'stock'], default: 'entered' } },
  dimensions: [...dealDimensions, 'stage'],
  series: ['stage', 'pipeline'],
  readers: { stage: ({ stage, part }) => (part === 'won' || part === 'lost' ? part : stage) },
  takes: ({ params: { basis } }) =>
    basis === 'stock'
      ? ({ kind, part }) => kind !== 'close' && part !== 'entered'
      : ({ kind, part }) => kind === 'close' || part === 'entered',
  tallies: (asking, { configuration }) => seriesTallies(funnelSeries(asking, configuration)),
});
