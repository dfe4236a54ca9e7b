import { averageDealSize } from './average-deal-size.kpi.js';
import { dealDimensions } from './dimension.js';
import { currencyIn, numberIn } from './group-field.js';
import { defineFormula } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { openOpportunities } from './open-opportunities.measure.js';
import { askPart, combineByKey } from './parts.js';
import { salesCycleLength } from './sales-cycle-length.kpi.js';
import { winRatio } from './win-ratio.kpi.js';

const daySeconds = 86_400;

/**
 * Deals open at `as_of` at or past the opportunity stage × win-ratio × average-deal-size / mean sales-cycle-length from the deal's opening,
 * in days of 86,400 s; the last three over the window. n = those open deals. null where one of the three is null or the cycle is 0.
 * Beside it: `win_ratio`, `deal_size`, `cycle_days`. In the site's currency alone. Unit: units of `currency` a day.
 * Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win and takes the sum named last; a negative amount counts as it is; a deal in a stage that its
 * pipeline lacks is no open opportunity.
 */
export const salesVelocity = defineFormula({
  name: 'sales-velocity',
  version: 1,
  unit: 'money/day',
  better: 'more',
  words: {
    en: {
      title: 'Sales velocity',
      formula: 'Open opportunities × win ratio × average deal size / mean sales cycle in days: what the pipeline brings in a day.',
      example: 'Ten opportunities, win ratio 0.5, 100 EUR on average, 20 days: 25 EUR a day.',
    },
    es: {
      title: 'Velocidad de ventas',
      formula: 'Oportunidades abiertas × tasa de cierre ganado × importe medio / ciclo medio en días: lo que el pipeline aporta al día.',
      example: 'Diez oportunidades, tasa 0,5, 100 EUR de media, 20 días: 25 EUR al día.',
    },
    ru: {
      title: 'Скорость продаж',
      formula: 'Открытые возможности × доля выигранных × средний чек / средний цикл сделки в днях: сколько воронка приносит в день.',
      example: 'Десять возможностей, доля 0,5, средний чек 100 EUR, 20 дней: 25 EUR в день.',
    },
  },
  filled: () => '{n} × {win_ratio} × {deal_size} / {cycle_days}',
  dimensions: dealDimensions,
  money: true,
  parts: (asking) => [
    { name: 'open-opportunities', of: openOpportunities, asking: askPart(openOpportunities, asking) },
    { name: 'win-ratio', of: winRatio, asking: askPart(winRatio, asking) },
    { name: 'average-deal-size', of: averageDealSize, asking: askPart(averageDealSize, asking) },
    { name: 'sales-cycle-length', of: salesCycleLength, asking: askPart(salesCycleLength, asking, { params: { start: 'deal' } }) },
  ],
  combine: (groups, asking, { configuration }) =>
    combineByKey(groups, asking, ['open-opportunities', 'win-ratio', 'average-deal-size', 'sales-cycle-length'], (same) => {
      const size = same('average-deal-size');
      const cycle = same('sales-cycle-length');
      const open = same('open-opportunities')?.n ?? 0;
      const ratio = same('win-ratio')?.value ?? null;
      const amount = size?.value ?? null;
      const seconds = numberIn(cycle, 'mean');
      const isThere = ratio !== null && amount !== null && seconds !== null && seconds !== 0;
      return {
        value: isThere ? (open * ratio * amount * daySeconds) / seconds : null,
        n: open,
        excluded: mergeExcluded(size, cycle),
        fields: {
          currency: currencyIn(size, configuration),
          win_ratio: ratio,
          deal_size: amount,
          cycle_days: seconds === null ? null : seconds / daySeconds,
        },
      };
    }),
});
