import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait at `as_of`: from the arrival until the first of answer, closed, 30 × 24 h. Unit: leads. Rep: the owner then. */
export const waitingNow = defineKpi({
  name: 'waiting-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  words: {
    en: {
      title: 'Waiting now',
      formula: 'Leads that arrived, are neither answered nor closed, and are not 30 days old.',
      example: 'Three arrived, one was called: 2.',
    },
    es: {
      title: 'Esperando ahora',
      formula: 'Leads que llegaron, sin respuesta ni cierre y con menos de 30 días.',
      example: 'Llegaron tres, se llamó a uno: 2.',
    },
    ru: {
      title: 'Ждут сейчас',
      formula: 'Поступившие лиды без ответа, не закрытые и не старше 30 дней.',
      example: 'Поступили трое, одному позвонили: 2.',
    },
  },
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: () => () => new CountTally(),
});
