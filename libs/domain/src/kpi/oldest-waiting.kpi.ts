import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';
import { longestWaitTally } from './longest-wait.tally.js';

/**
 * The longest wait at `as_of` among the leads that wait, on the chosen clock; null when nobody waits. Unit: seconds;
 * n: the leads that wait; `lead`: the one that has waited so long.
 */
export const oldestWaiting = defineKpi({
  name: 'oldest-waiting',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Oldest waiting',
      formula: 'The longest wait among the leads that wait.',
      example: 'Arrived 09:00 and 09:20, asked at 09:30: 1,800 s.',
    },
    es: {
      title: 'La espera más larga',
      formula: 'La espera más larga entre los leads que esperan.',
      example: 'Llegaron a las 09:00 y 09:20; a las 09:30: 1800 s.',
    },
    ru: {
      title: 'Самое долгое ожидание',
      formula: 'Самое долгое ожидание среди лидов, которые ждут.',
      example: 'Поступили в 09:00 и 09:20; в 09:30: 1800 с.',
    },
  },
  reads: ['wait'],
  shape: stock,
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: ({ params }, { configuration }) => longestWaitTally(params['clock'] === 'wall' ? 'wall' : 'working', configuration),
});
