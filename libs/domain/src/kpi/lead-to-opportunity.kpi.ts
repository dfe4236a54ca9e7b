import { hasReached } from '../facts/milestones.js';
import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { ShareTally } from './share.tally.js';

/**
 * Leads with at least one deal that by `as_of` has ever stood at or past the opportunity stage of its pipeline, or was won (`opportunityAt`)
 * / leads that arrived in the window; `basis=qualified`: leads that were qualified / those. Unit: a ratio 0..1. Rep: the first owner.
 * Excluded: `no_arrival`. Source: KPIS.md, Funnel.
 * Odd data: a stage that the pipeline lacks is past no other; a deal won without an opportunity is one.
 */
export const leadToOpportunity = defineKpi({
  name: 'lead-to-opportunity',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Lead to opportunity',
      formula:
        'Leads with a deal that has ever been an opportunity, or was won / leads that arrived; or, if so asked, leads that were qualified.',
      example: 'Of five leads two have deals: one reached the proposal, the opportunity stage, and was lost, one is still new: 0.2.',
    },
    es: {
      title: 'De lead a oportunidad',
      formula: 'Leads con algún negocio que llegó a ser oportunidad o se ganó / leads que llegaron; o, si así se pide, leads cualificados.',
      example: 'De cinco leads, dos tienen negocio: uno llegó a propuesta, la etapa de oportunidad, y se perdió; otro sigue en nuevo: 0,2.',
    },
    ru: {
      title: 'Переход лида в возможность',
      formula:
        'Лиды, у которых сделка хоть раз дошла до этапа «возможность» или выиграна / поступившие лиды; по запросу — квалифицированные лиды.',
      example: 'Из пяти лидов у двух есть сделки: одна дошла до предложения (этап «возможность») и проиграна, другая ещё новая: 0,2.',
    },
  },
  reads: ['arrival'],
  parameters: { basis: { values: ['opportunity', 'qualified'], default: 'opportunity' } },
  dimensions: leadDimensions,
  tallies: ({ params: { basis } }) => {
    const milestone = basis === 'qualified' ? 'qualified' : 'opportunity';
    return () => new ShareTally((fact) => hasReached(fact, milestone));
  },
});
