import { saysOfEntry } from '../facts/stage-entry.js';
import { openDealDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';

/**
 * How long deals were in a stage: one row for each deal and stage once it has left it for the last time by `as_of` (for another stage, or
 * won or lost), the sum of its visits, at that leaving. Still in it: `excluded.open`, placed by the first entry. Unit: seconds.
 * Rep: the deal's, else the owner, at the leaving. Source: KPIS.md, Funnel; rule 20.
 * Odd data: a stage that the pipeline lacks is timed as any other: no order is asked here.
 */
export const timeInStage = defineKpi({
  name: 'time-in-stage',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Time in stage',
      formula: 'Sum of the visits of a deal to a stage, once it has left it for the last time: the median over deals and stages.',
      example: 'In “New” on the 1st, in “Talk” on the 3rd, back in “New” on the 4th, lost on the 5th: 3 days in “New”, 1 day in “Talk”.',
    },
    es: {
      title: 'Tiempo en la etapa',
      formula: 'Suma de las estancias de un negocio en una etapa, cuando la ha dejado por última vez: mediana sobre negocios y etapas.',
      example:
        'En «Nuevo» el día 1, en «Conversación» el 3, de vuelta en «Nuevo» el 4, perdido el 5: 3 días en «Nuevo», 1 día en «Conversación».',
    },
    ru: {
      title: 'Время на этапе',
      formula: 'Сумма пребываний сделки на этапе, когда она покинула его окончательно: медиана по сделкам и этапам.',
      example: '1-го на этапе «Новая», 3-го — «Переговоры», 4-го снова «Новая», 5-го проиграна: «Новая» — 3 дня, «Переговоры» — 1 день.',
    },
  },
  reads: ['visit', 'stage'],
  dimensions: openDealDimensions,
  takes: () => (fact) => fact.kind === 'visit' || saysOfEntry(fact, 'standing') || saysOfEntry(fact, 'handed_on'),
  excludes: ({ kind }) => (kind === 'stage' ? 'open' : null),
  tallies: () => () => new DistributionTally(1000),
});
