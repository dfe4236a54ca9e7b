import { answerBand } from '../facts/bands.js';
import { hasReached } from '../facts/milestones.js';
import { isEntry } from '../facts/stage-entry.js';
import { conversionTallies } from './conversion.tally.js';
import { dealDimensions } from './dimension.js';
import { stageSeries, stepOf } from './funnel-series.js';
import { defineKpi } from './kpi.js';
import type { FactView } from './tally.js';

/**
 * Of those that came to a stage in the window, the share that went on by `as_of`, for each stage: deals by their first entry of it, leads by
 * the instant at which they reached created, answered, contacted, meeting, qualified. `mode=any` (default): the cohort has also those that
 * came to a later stage without having been in this one, at that instant, and each once, at the earlier of the two; they went on if they
 * were in a later stage, or the deal (a deal of the lead) was won, reopened or not. `mode=strict`: first entries alone; they went on if they were in the very
 * next stage (after the last: was won). Lost reaches nothing, going back undoes nothing. The order of stages is that of the
 * pipeline's version in force at the entry; a stage that it lacks: `excluded.unknown_stage`. n = the cohort, `reached` those that went on.
 * Unit: a ratio 0..1. Rep: who is credited with the entry. Source: KPIS.md, Funnel; rules 10 and 21.
 * Odd data: a meeting held and then booked is reached at the first of the two; a deal won twice is won once.
 */
export const stageConversion = defineKpi({
  name: 'stage-conversion',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Stage conversion',
      formula: 'Of those that came to a stage, or past it, the share that came to a later one or was won; strict: to the very next one.',
      example: 'Ten deals enter “New”: four go to “Talk”, two straight to “Offer”, four are lost: 0.6, strict 0.4.',
    },
    es: {
      title: 'Conversión por etapa',
      formula:
        'De los que llegaron a una etapa, o la saltaron, la parte que alcanzó una posterior o se ganó; estricta: la inmediata siguiente.',
      example:
        'Diez negocios entran en «Nuevo»: cuatro pasan a «Conversación», dos saltan a «Oferta», cuatro se pierden: 0,6; estricta 0,4.',
    },
    ru: {
      title: 'Конверсия этапов',
      formula:
        'Доля дошедших до более позднего этапа или выигранных среди попавших на этап или миновавших его; строгая: дошедших до следующего.',
      example:
        'На этап «Новая» попали десять сделок: четыре перешли в «Переговоры», две сразу в «Предложение», четыре проиграны: 0,6, строгая 0,4.',
    },
  },
  filled: () => '{reached} / {n}',
  reads: ['arrival', 'funnel', 'stage'],
  parameters: { mode: { values: ['any', 'strict'], default: 'any' } },
  dimensions: [...dealDimensions, 'stage'],
  series: ['stage', 'pipeline'],
  readers: { stage: (fact) => stepOf(fact).stage },
  takes: ({ params: { mode } }) => (mode === 'strict' ? isEntered : isInCohort),
  excludes: ({ part }) => (part === 'unordered' ? 'unknown_stage' : null),
  tallies: (asking, { configuration }) =>
    conversionTallies(stageSeries(asking, configuration), asking.params['mode'] === 'strict' ? wasInNext : wentOn),
});

const isEntered = ({ kind, part, excluded }: FactView): boolean => (kind === 'arrival' ? excluded === null : isEntry(part));

/** Who returned to a stage is in its cohort since it was skipped. */
const isInCohort = (fact: FactView): boolean => fact.part === 'skipped' || (isEntered(fact) && fact.part !== 'returned');

const isAnswered = ({ part }: FactView): boolean => answerBand(part, 'working') !== null;

const later = ['contacted', 'qualified', 'won'] as const;

const wentOn = (fact: FactView): boolean =>
  fact.kind === 'arrival'
    ? isAnswered(fact) || fact.stage !== null || later.some((milestone) => hasReached(fact, milestone))
    : fact.since !== null;

const wasInNext = (fact: FactView): boolean => (fact.kind === 'arrival' ? isAnswered(fact) : fact.due !== null);
