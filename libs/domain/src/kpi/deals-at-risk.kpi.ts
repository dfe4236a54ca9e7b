import { CountTally } from './count.tally.js';
import { openDealDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/**
 * Deals open at `as_of` whose latest of opening, stage change and touchpoint of the lead (by a human, no task) lies 14 × 24 h or more
 * before it; a deal that has none of these counts from when it is known. Unit: deals. Rep: the deal's, else the owner, both at that
 * instant. Source: KPIS.md, Funnel.
 * Odd data: a stage that the pipeline lacks is a stage as any other.
 */
export const dealsAtRisk = defineKpi({
  name: 'deals-at-risk',
  version: 1,
  unit: 'deals',
  better: 'less',
  words: {
    en: {
      title: 'Deals at risk',
      formula: 'Open deals without a change of stage and without a touch by a person for 14 days or more.',
      example: 'A deal opened on the 1st, called about on the 3rd, then nothing: at risk from the 17th.',
    },
    es: {
      title: 'Negocios en riesgo',
      formula: 'Negocios abiertos sin cambio de etapa ni contacto de una persona durante 14 días o más.',
      example: 'Negocio abierto el día 1, llamada el 3 y nada más: en riesgo desde el 17.',
    },
    ru: {
      title: 'Сделки под угрозой',
      formula: 'Открытые сделки, у которых 14 дней и дольше не было ни смены этапа, ни касаний человека.',
      example: 'Сделка открыта 1-го, звонок 3-го, больше ничего: под угрозой с 17-го.',
    },
  },
  reads: ['risk'],
  shape: stock,
  dimensions: openDealDimensions,
  tallies: () => () => new CountTally(),
});
