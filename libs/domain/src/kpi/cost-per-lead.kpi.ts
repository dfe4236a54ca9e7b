import { currencyIn } from './group-field.js';
import { defineFormula } from './kpi.js';
import { leadsCreated } from './leads-created.kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { askPart, combineByKey } from './parts.js';
import { spend } from './spend.measure.js';

const dayLength = 86_400_000;

/**
 * Marketing spend / leads-created of the same window and slice: origin and campaign only, since spend has no others. Spend is spread evenly
 * over its days, each counted at its start in the site's zone, once the day has begun and the spend is known; negative spend (money that
 * came back) counts as it is. In the site's currency by the rate of the day, else `excluded.no_rate`; spend over more than ten years is
 * `excluded.too_long`, over a reversed range `excluded.reversed_range`. n = leads; none, or a window shorter than a day: null. Unit: units of `currency` a lead. Source: KPIS.md, Money and customers.
 */
export const costPerLead = defineFormula({
  name: 'cost-per-lead',
  version: 1,
  unit: 'money',
  better: 'less',
  words: {
    en: {
      title: 'Cost per lead',
      formula: 'Marketing spend / leads created, of the same window and slice. Spend counts evenly over its days.',
      example: 'Marketing spend of 300 EUR over 30 days, 10 of them in the window, and 4 leads: 25 EUR.',
    },
    es: {
      title: 'Coste por lead',
      formula: 'Gasto de marketing / leads creados, del mismo periodo y segmento. El gasto se reparte por igual entre sus días.',
      example: 'Gasto de marketing de 300 EUR en 30 días, 10 de ellos en el periodo, y 4 leads: 25 EUR.',
    },
    ru: {
      title: 'Стоимость лида',
      formula: 'Расходы на маркетинг / созданные лиды за тот же период и в том же срезе. Расходы делятся поровну на свои дни.',
      example: 'Расходы 300 EUR на 30 дней, из них 10 в периоде, и 4 лида: 25 EUR.',
    },
  },
  filled: () => '{spend} / {n}',
  dimensions: ['origin', 'campaign'],
  money: true,
  parts: (asking) => [
    { name: 'spend', of: spend, asking: askPart(spend, asking, { params: { kind: 'marketing' } }) },
    { name: 'leads', of: leadsCreated, asking: askPart(leadsCreated, asking) },
  ],
  combine: (groups, asking, { configuration }) =>
    combineByKey(groups, asking, ['spend', 'leads'], (same) => {
      const { from, to } = asking;
      const isShort = from !== null && to !== null && to - from < dayLength;
      const n = same('leads')?.n ?? 0;
      const spent = same('spend')?.value ?? 0;
      return {
        value: n === 0 || isShort ? null : spent / n,
        n,
        excluded: mergeExcluded(same('spend'), same('leads')),
        fields: { spend: spent, currency: currencyIn(same('spend'), configuration) },
      };
    }),
});
