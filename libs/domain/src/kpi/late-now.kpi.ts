import { lateFrom } from '../facts/wait.facts.js';
import { clock } from './clock.js';
import { CountTally } from './count.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';

/** Leads that wait, are not paused, and whose deadline has come. Unit: leads. Deadlines run on the working clock. */
export const lateNow = defineKpi({
  name: 'late-now',
  version: 1,
  unit: 'leads',
  better: 'less',
  words: {
    en: {
      title: 'Late now',
      formula: 'Leads that wait, are not paused, and whose deadline has come.',
      example: 'Arrived 09:00 with five minutes to answer, asked at 09:06: 1.',
    },
    es: {
      title: 'Con retraso ahora',
      formula: 'Leads que esperan, no están en pausa y cuyo plazo ha vencido.',
      example: 'Llegó a las 09:00 con cinco minutos de plazo; a las 09:06: 1.',
    },
    ru: {
      title: 'Просрочены сейчас',
      formula: 'Лиды, которые ждут, не на паузе, и срок ответа которых наступил.',
      example: 'Поступил в 09:00, на ответ пять минут; в 09:06: 1.',
    },
  },
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  begins: lateFrom,
  tallies: () => () => new CountTally(),
});
