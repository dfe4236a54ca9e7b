import { standsOpen } from '../facts/stage-entry.js';
import { CountTally } from './count.tally.js';
import { openDealDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/**
 * Deals open at `as_of`, with an amount or without. Unit: deals. Rep: the deal's, else the owner, both at that instant. Source: KPIS.md, Funnel.
 * Odd data: a deal counts in whatever stage it stands, known or not, and whatever its amount.
 */
export const pipelineVolume = defineKpi({
  name: 'pipeline-volume',
  version: 1,
  unit: 'deals',
  better: 'more',
  words: {
    en: {
      title: 'Open deals',
      formula: 'Deals that are open: known and neither won nor lost, or reopened since.',
      example: 'Three deals open, one is won, one is lost and reopened: 2.',
    },
    es: {
      title: 'Negocios abiertos',
      formula: 'Negocios abiertos: conocidos y ni ganados ni perdidos, o reabiertos después.',
      example: 'Se abren tres negocios, uno se gana, otro se pierde y se reabre: 2.',
    },
    ru: {
      title: 'Открытые сделки',
      formula: 'Открытые сделки: известные и не выигранные и не проигранные либо открытые снова.',
      example: 'Открыты три сделки, одна выиграна, одна проиграна и открыта снова: 2.',
    },
  },
  reads: ['stage'],
  shape: stock,
  dimensions: openDealDimensions,
  takes: () => standsOpen,
  tallies: () => () => new CountTally(),
});
