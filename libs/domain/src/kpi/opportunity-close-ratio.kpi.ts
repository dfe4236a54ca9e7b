import { saysOfEntry } from '../facts/stage-entry.js';
import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { ShareTally } from './share.tally.js';

/**
 * Of the deals that in the window first entered the stage whose role is opportunity, or a later one of its pipeline in the version in force
 * then, the share won at `as_of`. Lost, open and reopened ones are not won; a deal won without ever having been there is not among them.
 * Unit: a ratio 0..1. Rep: the deal's, else the owner, at that entry. Source: KPIS.md, Funnel.
 * Odd data: a stage that the pipeline lacks is past no other, so entering it makes no opportunity; a deal won twice is won once.
 */
export const opportunityCloseRatio = defineKpi({
  name: 'opportunity-close-ratio',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Opportunities won',
      formula: 'Of the deals that came to the opportunity stage (or past it) in the window, the share won by now.',
      example: 'Four deals come to the opportunity stage; one is won, one is lost, two are open: 0.25.',
    },
    es: {
      title: 'Oportunidades ganadas',
      formula: 'De los negocios que llegaron en la ventana a la etapa de oportunidad (o más allá), la parte ganada hasta ahora.',
      example: 'Cuatro negocios llegan a la etapa de oportunidad; uno ganado, uno perdido, dos abiertos: 0,25.',
    },
    ru: {
      title: 'Выиграно из возможностей',
      formula: 'Доля выигранных к этому времени среди сделок, дошедших за период до этапа «возможность» или дальше.',
      example: 'До этапа «возможность» дошли четыре сделки: одна выиграна, одна проиграна, две открыты: 0,25.',
    },
  },
  reads: ['stage'],
  dimensions: dealDimensions,
  takes: () => (fact) => saysOfEntry(fact, 'first'),
  tallies: () => () => new ShareTally((fact) => saysOfEntry(fact, 'won')),
});
