import { answerBand, bands } from '../facts/bands.js';
import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { seriesTallies } from './series.tally.js';

const members = bands.map((band) => ({ name: band, key: { band } }));

/**
 * Leads that arrived in the window, by time to the first answer: 0-5 (≤ 300 s), 5-15 (≤ 900 s), 15-60 (≤ 3,600 s), 60+,
 * unanswered; always all five, in this order. `value` is leads, `share` its part of n, n the leads that arrived.
 * Odd data: a lead answered only before its arrival is unanswered.
 */
export const responseBands = defineKpi({
  name: 'response-bands',
  version: 1,
  unit: 'leads',
  better: 'neither',
  words: {
    en: {
      title: 'Response bands',
      formula:
        'Leads by time to the first answer: up to 5, 15, 60 minutes, longer, unanswered; share is their part of the leads that arrived.',
      example: 'Answers after 4, 12 and 90 minutes: one each in 0-5, 5-15 and 60+.',
    },
    es: {
      title: 'Tramos de respuesta',
      formula:
        'Leads por tiempo hasta la primera respuesta: hasta 5, 15 o 60 minutos, más, sin respuesta; la cuota es su parte de los leads que llegaron.',
      example: 'Respuestas a los 4, 12 y 90 minutos: una en cada tramo 0-5, 5-15 y 60+.',
    },
    ru: {
      title: 'Интервалы ответа',
      formula: 'Лиды по времени до первого ответа: до 5, 15, 60 минут, дольше, без ответа; доля — часть поступивших лидов.',
      example: 'Ответы через 4, 12 и 90 минут: по одному в 0-5, 5-15 и 60+.',
    },
  },
  reads: ['arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  series: ['band'],
  tallies: ({ params }) => {
    const asked = params['clock'] === 'wall' ? 'wall' : 'working';
    return seriesTallies({ memberOf: ({ part }) => answerBand(part, asked) ?? 'unanswered', members: () => members, shares: true });
  },
});
