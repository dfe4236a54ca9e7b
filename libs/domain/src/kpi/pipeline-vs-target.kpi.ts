import type { Asking } from './asking.js';
import { goals } from './goals.measure.js';
import { currencyIn } from './group-field.js';
import { defineFormula, stock } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { askPart, combineByKey } from './parts.js';
import { pipelineValue } from './pipeline-value.kpi.js';
import { pipelineVolume } from './pipeline-volume.kpi.js';
import type { GroupAnswer } from './running-answer.js';
import { scopeDimensions, scopeOf } from './scope.js';
import { sliceKey } from './slices.js';
import { wantedAt } from './target-periods.js';

/**
 * Pipeline value at `as_of` / the target of kpi `pipeline-value` whose period holds `as_of`, for exactly the team and rep of the group (neither:
 * the company); `volume`: open deals / the target of kpi `pipeline-volume` likewise. No such target, or one of 0 or less: null. Where the
 * periods of several hold it the last set counts; one set after its period is `excluded.after_period`. n = open deals with an amount, as
 * pipeline-value has it; `target` beside it.
 * In the site's currency, money without a rate is `excluded.no_rate`. Unit: a ratio, above 1 when there is more than
 * wanted. Source: KPIS.md, Funnel.
 * Odd data: a negative amount counts as it is.
 */
export const pipelineVsTarget = defineFormula({
  name: 'pipeline-vs-target',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Pipeline against target',
      formula: 'Value of open deals / the target for it that holds now; volume: their number / its target.',
      example: 'Open deals of 5,000 EUR, a target of 20,000 EUR for this quarter: 0.25.',
    },
    es: {
      title: 'Pipeline frente al objetivo',
      formula: 'Valor de los negocios abiertos / su objetivo vigente; volumen: su número / el objetivo correspondiente.',
      example: 'Negocios abiertos por 5000 EUR y un objetivo de 20 000 EUR para este trimestre: 0,25.',
    },
    ru: {
      title: 'Воронка к плану',
      formula: 'Сумма открытых сделок / действующий план по ней; по числу: количество сделок / план по количеству.',
      example: 'Открыто сделок на 5000 EUR, план на этот квартал 20 000 EUR: 0,25.',
    },
  },
  filled: () => '{value.value} / {target}',
  shape: stock,
  dimensions: scopeDimensions,
  money: true,
  parts: (asking) => {
    const wanted = (kpi: string) =>
      askPart(goals, asking, { from: null, to: null, window: null, by: ['team', 'rep'], filters: {}, params: { kpi } });
    return [
      { name: 'value', of: pipelineValue, asking: askPart(pipelineValue, asking) },
      { name: 'volume', of: pipelineVolume, asking: askPart(pipelineVolume, asking) },
      { name: 'value-goals', of: goals, asking: wanted('pipeline-value') },
      { name: 'volume-goals', of: goals, asking: wanted('pipeline-volume') },
    ];
  },
  combine: (groups, asking, { configuration }) =>
    combineByKey(groups, asking, ['value', 'volume'], (same) => {
      const [value, volume] = [same('value'), same('volume')];
      const wanted = (targets: readonly GroupAnswer[] | undefined): number | null => {
        const units = wantedFor(value ?? volume, targets, asking);
        return units === null ? null : units / 10_000;
      };
      const target = wanted(groups['value-goals']);
      const late = asking.by.length > 0 ? [] : [...(groups['value-goals'] ?? []), ...(groups['volume-goals'] ?? [])];
      return {
        value: reached(value, target),
        n: value?.n ?? 0,
        excluded: mergeExcluded(value, ...late),
        fields: { volume: reached(volume, wanted(groups['volume-goals'])), target, currency: currencyIn(value, configuration) },
      };
    }),
});

const reached = (group: GroupAnswer | undefined, target: number | null): number | null =>
  target === null || target <= 0 ? null : (group?.value ?? 0) / target;

function wantedFor(group: GroupAnswer | undefined, targets: readonly GroupAnswer[] | undefined, asking: Asking): number | null {
  const key = sliceKey(
    asking.by,
    asking.by.map((dimension) => group?.key[dimension] ?? null),
  );
  const scope = scopeOf(key, asking);
  return scope === null ? null : wantedAt(targets, scope, asking.asOf);
}
