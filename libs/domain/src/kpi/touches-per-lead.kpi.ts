import { leadDimensions } from './dimension.js';
import { defineFormula, defineKpi } from './kpi.js';
import { askPart } from './parts.js';
import { TouchedLeadsTally } from './touched-leads.tally.js';

const definition = {
  name: 'touches-per-lead',
  version: 1,
  unit: 'touches',
  better: 'neither',
  words: {
    en: {
      title: 'Touches per lead',
      formula: 'Outbound touches by people, tasks apart, in the window / leads with at least one of them.',
      example: 'Ada is called three times, Bob once, Cleo not at all: 2.',
    },
    es: {
      title: 'Contactos por lead',
      formula: 'Contactos salientes de personas, sin tareas, en el periodo / leads con al menos uno de ellos.',
      example: 'A Ada se la llama tres veces, a Bob una, a Cleo ninguna: 2.',
    },
    ru: {
      title: 'Касаний на лид',
      formula: 'Исходящие касания людей, без задач, за период / лиды, у которых было хотя бы одно из них.',
      example: 'Аде звонили трижды, Бобу один раз, Клео ни разу: 2.',
    },
  },
  dimensions: leadDimensions,
} as const;

/** The touches that count. One before the arrival is none of the lead's (KPIS.md rule 3); a lead without an arrival has touches too. */
const countedTouches = defineKpi({
  ...definition,
  reads: ['touch'],
  takes:
    () =>
    ({ part, touchChannel, stage }) =>
      part === 'human outbound' && touchChannel !== 'task' && stage !== 'before_arrival',
  tallies: () => () => new TouchedLeadsTally(),
});

/**
 * Outbound touchpoints by a human, no task, that begin in the window / leads with at least one of them: the quotient, n those leads. Unit:
 * touches. Rep: the touchpoint's own and nobody else. Source: KPIS.md, Touches.
 * Odd data: an answer before the arrival is no counted touch.
 */
export const touchesPerLead = defineFormula({
  ...definition,
  filled: () => '{touches.n} / {n}',
  parts: (asking) => [{ name: 'touches', of: countedTouches, asking: askPart(countedTouches, asking) }],
  combine: ({ touches = [] }) =>
    touches.map(({ key, value: leads, n, excluded }) => ({
      key,
      value: leads === null || leads === 0 ? null : n / leads,
      n: leads ?? 0,
      excluded,
    })),
});
