import { dealDimensions } from './dimension.js';
import { currencyIn, numberIn } from './group-field.js';
import { defineFormula } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { askPart, combineByKey } from './parts.js';
import { salesCycleLength } from './sales-cycle-length.kpi.js';
import { winRatio } from './win-ratio.kpi.js';
import { wonRevenue } from './won-revenue.kpi.js';

/**
 * By product, each exactly the KPI of that name: `value` = won-revenue (n with it), `won` and `win_ratio` = win-ratio's, `cycle_median` and
 * `cycle_mean` = sales-cycle-length's in seconds, from the lead's arrival. A group for every product that has a closed deal in the window,
 * one of no name for deals without. Amounts in the site's currency alone; those without a rate: `excluded.no_rate`. Unit: units of
 * `currency`. Source: KPIS.md, Closing.
 * Odd data: a deal won again keeps its first win and takes the sum named last; a negative amount counts as it is.
 */
export const productPerformance = defineFormula({
  name: 'product-performance',
  version: 1,
  unit: 'money',
  better: 'more',
  words: {
    en: {
      title: 'Product performance',
      formula: 'By product: won revenue, deals won, win ratio and sales cycle.',
      example: 'Gold: won 100 EUR and 50 EUR, lost one: 150 EUR, 2 won, win ratio 0.67.',
    },
    es: {
      title: 'Resultados por producto',
      formula: 'Por producto: ingresos ganados, negocios ganados, tasa de cierre ganado y ciclo de venta.',
      example: 'Oro: ganados 100 EUR y 50 EUR, uno perdido: 150 EUR, 2 ganados, tasa 0,67.',
    },
    ru: {
      title: 'Результаты по продуктам',
      formula: 'По каждому продукту: выручка, число выигранных сделок, доля выигранных и цикл сделки.',
      example: '«Золото»: выиграны 100 EUR и 50 EUR, одна проиграна: 150 EUR, выиграно 2, доля 0,67.',
    },
  },
  dimensions: dealDimensions,
  series: ['product'],
  maxBy: 1,
  money: true,
  parts: (asking) => {
    const by = [...asking.by, 'product' as const];
    return [wonRevenue, winRatio, salesCycleLength].map((of) => ({ name: of.name, of, asking: { ...askPart(of, asking), by } }));
  },
  combine: (groups, { by }, { configuration }) =>
    combineByKey(groups, { by: [...by, 'product'] }, ['won-revenue', 'win-ratio', 'sales-cycle-length'], (same) => {
      const revenue = same('won-revenue');
      const closed = same('win-ratio');
      const cycle = same('sales-cycle-length');
      return {
        value: revenue?.value ?? 0,
        n: revenue?.n ?? 0,
        excluded: mergeExcluded(revenue, cycle),
        fields: {
          currency: currencyIn(revenue, configuration),
          won: numberIn(closed, 'won') ?? 0,
          win_ratio: closed?.value ?? null,
          cycle_median: cycle?.value ?? null,
          cycle_mean: numberIn(cycle, 'mean'),
        },
      };
    }),
});
