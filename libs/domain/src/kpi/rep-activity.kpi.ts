import { ActivityTally } from './activity.tally.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';

/**
 * All touchpoints, in and out, by anybody, at their start; `talk_s` = seconds of connected calls. `rep` is the
 * touchpoint's own and nobody else, `channel` the touchpoint's, `outcome` its latest. Unit: touchpoints. Source: KPIS.md, Touches.
 */
export const repActivity = defineKpi({
  name: 'rep-activity',
  version: 1,
  unit: 'touchpoints',
  better: 'neither',
  words: {
    en: {
      title: 'Activity',
      formula: 'Touchpoints, in and out, by anybody, at their start; talk time is the length of connected calls.',
      example: 'Two calls, one of 120 s that connected: 2, talk 120 s.',
    },
    es: {
      title: 'Actividad',
      formula: 'Contactos, entrantes y salientes, de cualquiera, en su inicio; tiempo hablado: duración de las llamadas atendidas.',
      example: 'Dos llamadas, una atendida de 120 s: 2, hablado 120 s.',
    },
    ru: {
      title: 'Активность',
      formula: 'Касания, входящие и исходящие, любого автора, по моменту начала; время разговора — длительность состоявшихся звонков.',
      example: 'Два звонка, один состоялся, 120 с: 2, разговор 120 с.',
    },
  },
  reads: ['touch'],
  dimensions: [...leadDimensions, 'outcome', 'actor', 'direction'],
  maxBy: 3,
  readers: {
    channel: (fact) => fact.touchChannel,
    actor: (fact) => fact.part?.split(' ')[0] ?? null,
    direction: (fact) => fact.part?.split(' ')[1] ?? null,
  },
  tallies: () => () => new ActivityTally(),
});
