import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait and have no owner at `as_of`. Unit: leads. */
export const unassignedNow = defineKpi({
  name: 'unassigned-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  words: {
    en: {
      title: 'Unassigned now',
      formula: 'Leads that wait and have no owner.',
      example: 'Two wait, one of them is Ana’s: 1.',
    },
    es: {
      title: 'Sin asignar ahora',
      formula: 'Leads que esperan y no tienen responsable.',
      example: 'Esperan dos, uno es de Ana: 1.',
    },
    ru: {
      title: 'Без ответственного',
      formula: 'Лиды, которые ждут и ни за кем не закреплены.',
      example: 'Ждут двое, один закреплён за Анной: 1.',
    },
  },
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    () =>
    ({ rep }) =>
      rep === null,
  tallies: () => () => new CountTally(),
});
