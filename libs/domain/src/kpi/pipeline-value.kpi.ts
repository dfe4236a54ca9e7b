import type { Configuration } from '../configuration/configuration.js';
import { standsOpen } from '../facts/stage-entry.js';
import { stagesInForce } from '../lead/deal-stages.js';
import { openDealDimensions } from './dimension.js';
import { defineKpi, stock } from './kpi.js';
import { hasAmount } from './money.tally.js';
import { stockMoneyTallies, type Weights } from './stock-money.tally.js';
import { noRateNow } from './without-rate.js';

/**
 * The sum of the amounts of deals open at `as_of`, as last named by then; n = deals with an amount (0 counts), `no_amount` those without.
 * `weighted=true`: each times the probability of its stage in the pipeline in force at `as_of`; no stage, or one that the pipeline lacks:
 * `unknown_stage`. In the site's currency by the rates of the day of `as_of`; without a rate a group of its own, counted as `no_rate`.
 * Unit: units of `currency`. Rep: the deal's, else the owner, both at that instant. Source: KPIS.md, Funnel.
 * Odd data: a negative amount counts as it is.
 */
export const pipelineValue = defineKpi({
  name: 'pipeline-value',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Pipeline value',
      formula: 'Sum of the amounts of open deals; weighted: each times the probability of its stage.',
      example: 'Open: 100 EUR at 30 % and 200 EUR at 60 %: 300 EUR, weighted 150 EUR.',
    },
    es: {
      title: 'Valor del pipeline',
      formula: 'Suma de los importes de los negocios abiertos; ponderado: cada uno por la probabilidad de su etapa.',
      example: 'Abiertos: 100 EUR al 30 % y 200 EUR al 60 %: 300 EUR, ponderado 150 EUR.',
    },
    ru: {
      title: 'Сумма открытых сделок',
      formula: 'Сумма открытых сделок; взвешенная: каждая сумма умножается на вероятность её этапа.',
      example: 'Открыты: 100 EUR при 30 % и 200 EUR при 60 %: 300 EUR, взвешенная 150 EUR.',
    },
  },
  reads: ['stage'],
  shape: stock,
  parameters: { weighted: { values: ['false', 'true'], default: 'false' } },
  dimensions: openDealDimensions,
  money: true,
  takes: () => standsOpen,
  excludes: (fact) => (hasAmount(fact) ? null : 'no_amount'),
  measure: ({ value }) => value,
  leaves: (asking, context) => {
    const unrated = noRateNow(asking, context);
    if (asking.params['weighted'] !== 'true') return unrated;
    const { keyOf, weightAt, reason } = byProbability(context.configuration);
    return (fact) => (weightAt(keyOf(fact), asking.asOf) === null ? reason : unrated(fact));
  },
  tallies: ({ params }, context) =>
    params['weighted'] === 'true' ? stockMoneyTallies(context, byProbability(context.configuration)) : stockMoneyTallies(context),
});

const byProbability = (configuration: Configuration): Weights => ({
  keyOf: ({ pipeline, stage }) => `${pipeline ?? 'default'}\u0000${stage ?? ''}`,
  weightAt: (key, asOf) => {
    const [pipeline = '', stage = ''] = key.split('\u0000');
    return stagesInForce(configuration, pipeline, asOf).find(({ id }) => id === stage)?.probability ?? null;
  },
  reason: 'unknown_stage',
});
