import { leadDimensions } from './dimension.js';
import { DistributionTally } from './distribution.tally.js';
import { defineKpi } from './kpi.js';

/**
 * How many outbound touches it took to the first meeting: touchpoints by a human (`actor=any`: by anybody), no task, at or
 * after the arrival and strictly before the meeting's instant, each once, without the meeting itself; booked: plus 1 for
 * the booking if it is outbound. Unit: touches. Excluded: `self_booked`, `none`, `no_arrival`. Source: KPIS.md, Touches.
 * Odd data: a meeting held and then booked is booked at the later instant and held at the earlier, each as `basis` asks; touches before the
 * arrival are none.
 */
export const touchesToFirstMeeting = defineKpi({
  name: 'touches-to-first-meeting',
  version: 1,
  unit: 'touches',
  better: 'less',
  words: {
    en: {
      title: 'Touches to first meeting',
      formula:
        'Outbound touches by people, tasks apart, from the arrival to the first meeting booked (or held), plus the booking if it is outbound: the median over leads.',
      example: 'Two calls, then a call that books a meeting: 3.',
    },
    es: {
      title: 'Contactos hasta la primera reunión',
      formula:
        'Contactos salientes de personas, sin tareas, desde la llegada hasta la primera reunión acordada (o celebrada), más el propio acuerdo si es saliente: mediana por lead.',
      example: 'Dos llamadas y una tercera que acuerda la reunión: 3.',
    },
    ru: {
      title: 'Касаний до первой встречи',
      formula:
        'Исходящие касания людей, без задач, от поступления до первой назначенной (или проведённой) встречи, плюс само назначение, если оно исходящее: медиана по лидам.',
      example: 'Два звонка и третий, назначивший встречу: 3.',
    },
  },
  reads: ['meeting', 'arrival'],
  parameters: {
    basis: { values: ['booked', 'held'], default: 'booked' },
    actor: { values: ['human', 'any'], default: 'human' },
  },
  dimensions: leadDimensions,
  takes:
    ({ params: { basis, actor } }) =>
    ({ kind, part, outcome, stage }) =>
      kind === 'arrival' ? stage !== 'both' && stage !== basis : part === basis && (outcome === null || outcome === actor),
  excludes: ({ kind, excluded }) => (kind === 'arrival' ? (excluded ?? 'none') : excluded),
  tallies: () => () => new DistributionTally(1),
});
