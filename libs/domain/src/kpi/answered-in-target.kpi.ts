import { clock } from './clock.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { RatioTally } from './ratio.tally.js';
import type { FactView } from './tally.js';

/**
 * met / (met + breached) of leads that arrived in the window. Met: answered by the deadline (exactly at it is met). Breached:
 * unanswered at the deadline, from that very instant, the owner's then; it stays when the answer comes later. Unit: ratio.
 * Deadlines run on the working clock whatever `clock` says.
 * Odd data: an answer before the arrival is none, so the lead is breached unless another comes.
 */
export const answeredInTarget = defineKpi({
  name: 'answered-in-target',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Answered in target',
      formula: 'Met / (met + breached): met is answered by the deadline, breached is unanswered at it.',
      example: 'Of four deadlines that have passed, three leads were answered in time: 0.75.',
    },
    es: {
      title: 'Respondidos en plazo',
      formula: 'Cumplidos / (cumplidos + incumplidos): cumplido es respondido dentro del plazo; incumplido, sin respuesta al vencer.',
      example: 'De cuatro plazos vencidos, tres leads respondidos a tiempo: 0,75.',
    },
    ru: {
      title: 'Ответ в срок',
      formula: 'Выполнено / (выполнено + нарушено): выполнено — ответ до срока, нарушено — на момент срока ответа нет.',
      example: 'Из четырёх истёкших сроков по трём лидам ответили вовремя: 0,75.',
    },
  },
  filled: () => '{met} / ({met} + {breached})',
  reads: ['target', 'arrival'],
  parameters: { clock },
  dimensions: leadDimensions,
  takes: () => (fact) => fact.kind === 'target' || whyNeither(fact) !== null,
  excludes: (fact) => (fact.kind === 'arrival' ? whyNeither(fact) : null),
  tallies: () => () => new RatioTally('met', 'breached'),
});

/** Of the row of a lead's arrival: why its deadline is neither met nor breached; null: it is one of them. */
const whyNeither = ({ item, excluded }: FactView): string | null => excluded ?? item;
