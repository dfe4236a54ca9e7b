import { defineKpi } from './kpi.js';
import { promoterTallies } from './promoter.tally.js';

/**
 * 100 × (answers of 9 or 10 − answers of 0 to 6) / answers, at the answer; every survey once: a second answer to a survey replaces the first
 * from its own instant on. With `promoters`, `passives` and `detractors`. n = answers; none: null. The rep is the one that the answer names,
 * the team too, else the rep's then. Unit: points, −100..100. Source: KPIS.md, Money and customers.
 */
export const netPromoterScore = defineKpi({
  name: 'net-promoter-score',
  version: 1,
  unit: 'points',
  better: 'more',
  words: {
    en: {
      title: 'Net promoter score',
      formula: '100 × (answers 9–10 − answers 0–6) / answers; every survey once.',
      example: 'Answers 10, 9, 8 and 3: 25.',
    },
    es: {
      title: 'Índice de promotores neto (NPS)',
      formula: '100 × (respuestas 9–10 − respuestas 0–6) / respuestas; cada encuesta cuenta una vez.',
      example: 'Respuestas 10, 9, 8 y 3: 25.',
    },
    ru: {
      title: 'Индекс лояльности (NPS)',
      formula: '100 × (оценки 9–10 − оценки 0–6) / все оценки; каждый опрос один раз.',
      example: 'Оценки 10, 9, 8 и 3: 25.',
    },
  },
  filled: () => '100 × ({promoters} − {detractors}) / {n}',
  reads: ['survey'],
  dimensions: ['rep', 'team'],
  tallies: () => promoterTallies,
});
