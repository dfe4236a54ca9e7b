import { hasReached } from '../facts/milestones.js';
import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { ShareTally } from './share.tally.js';

/**
 * Leads without an answer at `as_of` that are closed or at least 30 × 24 h old / leads that arrived in the window; a later answer takes a lead
 * out of them. Unit: a ratio 0..1. Rep: the first owner. Excluded: `no_arrival`. The age is wall time whatever `clock` says.
 * Source: KPIS.md, Response.
 * Odd data: an answer before the arrival is none.
 */
export const neverAnswered = defineKpi({
  name: 'never-answered',
  version: 1,
  unit: 'ratio',
  better: 'less',
  words: {
    en: {
      title: 'Never answered',
      formula: 'Leads without an answer that are closed or at least 30 days old / leads that arrived.',
      example: 'Of four leads one is answered, one disqualified without an answer, two still wait: 0.25.',
    },
    es: {
      title: 'Nunca respondidos',
      formula: 'Leads sin respuesta que están cerrados o tienen al menos 30 días / leads que llegaron.',
      example: 'De cuatro leads, uno respondido, uno descartado sin respuesta y dos que aún esperan: 0,25.',
    },
    ru: {
      title: 'Остались без ответа',
      formula: 'Лиды без ответа, закрытые или поступившие не менее 30 дней назад / поступившие лиды.',
      example: 'Из четырёх лидов одному ответили, один отклонён без ответа, двое ещё ждут: 0,25.',
    },
  },
  reads: ['arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  tallies: () => () => new ShareTally((fact) => hasReached(fact, 'never')),
});
