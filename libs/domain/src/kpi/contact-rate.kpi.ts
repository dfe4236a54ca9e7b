import { hasReached } from '../facts/milestones.js';
import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { ShareTally } from './share.tally.js';

/**
 * Leads with a contact by `as_of` / leads that arrived in the window. Unit: a ratio 0..1. Rep: the first owner. Excluded: `no_arrival`.
 * Whether there was contact does not depend on `clock`. Source: KPIS.md, Response.
 * Odd data: a meeting held is contact, booked before or after; a touchpoint before the arrival is none.
 */
export const contactRate = defineKpi({
  name: 'contact-rate',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Contact rate',
      formula: 'Leads with whom there was contact (reached, replied, came) / leads that arrived.',
      example: 'Four arrive, all are called, one picks up: 0.25.',
    },
    es: {
      title: 'Tasa de contacto efectivo',
      formula: 'Leads con contacto efectivo (atendieron, contestaron o acudieron) / leads que llegaron.',
      example: 'Llegan cuatro, se llama a todos, uno atiende: 0,25.',
    },
    ru: {
      title: 'Доля лидов с контактом',
      formula: 'Лиды, с которыми был контакт (разговор, ответ, встреча) / поступившие лиды.',
      example: 'Поступили четверо, позвонили всем, ответил один: 0,25.',
    },
  },
  reads: ['arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: () => () => new ShareTally((fact) => hasReached(fact, 'contacted')),
});
