import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { ShareTally } from './share.tally.js';

/**
 * Leads with a deal won at `as_of` / leads that arrived in the window and are answered by then. A deal that is reopened or lost after its win
 * is not won. Unit: a ratio 0..1. Rep: who answered first. Excluded: `no_arrival`. Source: KPIS.md, Closing.
 * Odd data: a deal won twice is won once; a lead answered before it arrived alone is unanswered.
 */
export const leadCloseRatio = defineKpi({
  name: 'lead-close-ratio',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Lead close ratio',
      formula: 'Leads with a won deal / leads that arrived and were answered.',
      example: 'Five leads arrive, four are answered, one of those buys two things: 0.25.',
    },
    es: {
      title: 'Tasa de cierre de leads',
      formula: 'Leads con un negocio ganado / leads que llegaron y fueron respondidos.',
      example: 'Llegan cinco leads, se responde a cuatro y uno de ellos compra dos cosas: 0,25.',
    },
    ru: {
      title: 'Доля лидов с выигранной сделкой',
      formula: 'Лиды с выигранной сделкой / поступившие лиды, на которые ответили.',
      example: 'Поступили пять лидов, четырём ответили, один из них купил дважды: 0,25.',
    },
  },
  reads: ['response', 'arrival'],
  dimensions: leadDimensions,
  // one row of each answer: where the clocks differ, the working one's
  takes:
    () =>
    ({ kind, part, excluded }) =>
      kind === 'arrival' ? excluded !== null : part !== 'wall',
  tallies: () => () => new ShareTally(({ outcome }) => outcome === 'won'),
});
