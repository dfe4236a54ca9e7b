import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';

/** Leads whose arrival is in the window. Unit: leads. Rep: the first owner, from when he was one. */
export const leadsCreated = defineKpi({
  name: 'leads-created',
  version: 1,
  unit: 'leads',
  better: 'more',
  words: {
    en: {
      title: 'Leads',
      formula: 'Leads whose arrival is in the window.',
      example: 'Three arrive on Monday: 3.',
    },
    es: {
      title: 'Leads',
      formula: 'Leads cuya llegada cae en la ventana.',
      example: 'Llegan tres el lunes: 3.',
    },
    ru: {
      title: 'Лиды',
      formula: 'Лиды, поступившие в этом периоде.',
      example: 'В понедельник поступили трое: 3.',
    },
  },
  reads: ['arrival'],
  dimensions: leadDimensions,
  tallies: () => () => new CountTally(),
});
