import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

/**
 * First instant at or after the arrival at which the lead has an owner − arrival, of leads that arrived in the window; created with an owner:
 * 0 s; a claim counts. None so far: `excluded.unassigned`. Unit: seconds. Rep: that owner. Source: KPIS.md, Response.
 */
export const timeToAssign = defineKpi({
  name: 'time-to-assign',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Time to assign',
      formula: 'First owner − arrival; a lead that arrives with an owner took 0 s, one that nobody owns yet is left out and counted.',
      example: 'Arrived 09:00, assigned 09:02, given to somebody else 09:30: 120 s.',
    },
    es: {
      title: 'Tiempo hasta la asignación',
      formula:
        'Primer responsable − llegada; un lead que llega con responsable tardó 0 s, uno que aún no tiene queda fuera y se cuenta aparte.',
      example: 'Llegó a las 09:00, asignado a las 09:02, pasado a otra persona a las 09:30: 120 s.',
    },
    ru: {
      title: 'Время до назначения',
      formula:
        'Первый ответственный − поступление; лид, поступивший уже с ответственным, — 0 с, лид без ответственного не входит в значение и считается отдельно.',
      example: 'Поступил в 09:00, назначен в 09:02, передан другому в 09:30: 120 с.',
    },
  },
  reads: ['arrival', 'assign'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes:
    ({ params }) =>
    (fact) =>
      fact.kind === 'arrival' ? fact.value !== null || whyUnassigned(fact) !== null : fact.part === 'both' || fact.part === params['clock'],
  excludes: (fact) => (fact.kind === 'arrival' ? whyUnassigned(fact) : null),
  measure: ({ value }) => value,
  tallies: () => () => new DistributionTally(1000),
});

/** Of the row of a lead's arrival: why nobody has owned it since; null: somebody has. */
const whyUnassigned = ({ since, excluded }: FactView): string | null => excluded ?? (since === null ? 'unassigned' : null);
