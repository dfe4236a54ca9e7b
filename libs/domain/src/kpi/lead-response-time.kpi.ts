import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

/**
 * First answer − arrival, of leads that arrived in the window; unanswered at `as_of`: `excluded.unanswered`, or
 * `before_arrival` where only a touchpoint before the arrival would have answered. Unit: seconds. Rep: who answered.
 */
export const leadResponseTime = defineKpi({
  name: 'lead-response-time',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Response time',
      formula: 'First answer − arrival; a lead without an answer at the instant asked about is left out, and counted as unanswered.',
      example: 'Arrived 09:00, called 09:04: 240 s.',
    },
    es: {
      title: 'Tiempo de respuesta',
      formula: 'Primera respuesta − llegada; un lead sin respuesta en el instante consultado queda fuera y se cuenta como sin respuesta.',
      example: 'Llegó a las 09:00, llamada a las 09:04: 240 s.',
    },
    ru: {
      title: 'Время ответа',
      formula: 'Первый ответ − поступление; лид без ответа на момент запроса не входит в значение и считается отдельно.',
      example: 'Поступил в 09:00, звонок в 09:04: 240 с.',
    },
  },
  reads: ['response', 'arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    ({ params }) =>
    (fact) =>
      fact.kind === 'arrival' ? whyUnanswered(fact) !== null : fact.part === 'both' || fact.part === params['clock'],
  excludes: (fact) => (fact.kind === 'arrival' ? whyUnanswered(fact) : null),
  tallies: () => () => new DistributionTally(1000),
});

/** Of the row of a lead's arrival: why it has no answer; null: it has one, which a row of its own tells. */
const whyUnanswered = ({ part, excluded }: FactView): string | null =>
  excluded ?? (part === 'unanswered' || part === 'before_arrival' ? part : null);
