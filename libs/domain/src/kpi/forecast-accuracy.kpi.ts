import { toWall } from '../calendar/zone.js';
import { scaledDecimal } from '../money/rates.js';
import type { Asking } from './asking.js';
import { inSlices, valuesOf } from './customers.js';
import { inOneCurrency, shareOf, totalIn, totalOf } from './exact-money.js';
import { forecasts } from './forecasts.measure.js';
import { defineFormula, type KpiContext, type Part, type PartGroups } from './kpi.js';
import { mergeExcluded } from './merge-excluded.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { scopeDimensions } from './scope.js';
import { siteOf } from './site.js';
import { type SliceValues, sliceKey } from './slices.js';
import { wonByDay } from './won-by-day.measure.js';

const dayLength = 86_400_000;
const parity = scaledDecimal('1');

/**
 * 1 − sum of abs(actual − forecast) / sum of actual, over periods that lie in the window and have ended by `as_of`: of each period, team and
 * rep the last forecast submitted before it began; one that came later is `excluded.after_start`. Actual = won revenue of the period, of that
 * team and rep (neither: of the company). `bias` = sum of (forecast − actual) / sum of actual: above 0 too much was foreseen. Each forecast
 * counts, those of the company, of teams and of reps alike, also where their periods overlap; sliced, each stands under the rep and team it
 * names. A forecast in another currency goes by the rate of its period's first day, else `excluded.no_rate`; without a site
 * it is null where there are several. n = forecasts; actual 0: null.
 * In a trend a forecast stands in the bucket in which its period ends; the periods are those that lie in the whole trend. One that came too late is
 * told where its period begins.
 * Unit: a ratio, 1 at best, below 0 when they were off by more than came. Source: KPIS.md, Closing.
 * Odd data: negative forecasts and sums count as they are; the revenue of periods that comes to 0 or less has no accuracy.
 */
export const forecastAccuracy = defineFormula({
  name: 'forecast-accuracy',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Forecast accuracy',
      formula: '1 − |won revenue − forecast| / won revenue, over periods that have ended. Bias: (forecast − won revenue) / won revenue.',
      example: 'Forecasts of 1,200 and 700 EUR for two weeks that brought 1,000 and 1,000: 0.75; bias −0.05.',
    },
    es: {
      title: 'Precisión del pronóstico',
      formula:
        '1 − |ingresos ganados − pronóstico| / ingresos ganados, de los periodos terminados. Sesgo: (pronóstico − ingresos ganados) / ingresos ganados.',
      example: 'Pronósticos de 1200 y 700 EUR para dos semanas que trajeron 1000 y 1000: 0,75; sesgo −0,05.',
    },
    ru: {
      title: 'Точность прогноза',
      formula: '1 − |выручка − прогноз| / выручка по завершённым периодам. Смещение: (прогноз − выручка) / выручка.',
      example: 'Прогнозы 1200 и 700 EUR на две недели, выручка 1000 и 1000: 0,75; смещение −0,05.',
    },
  },
  dimensions: scopeDimensions,
  money: true,
  parts: (asking) => {
    const { from, to } = asking.bucket?.trend ?? asking;
    const parts: readonly Part[] = [
      { name: 'forecasts', of: forecasts, asking: askPart(forecasts, asking, { from, to, by: ['team', 'rep'] }) },
      { name: 'won', of: wonByDay, asking: askPart(wonByDay, asking, { from, to, by: ['team', 'rep'], filters: {} }) },
    ];
    if (asking.bucket === undefined) return parts;
    return [...parts, { name: 'begun', of: forecasts, asking: askPart(forecasts, asking, { by: ['team', 'rep'] }) }];
  },
  combine: (groups, asking, context) => {
    const told = toldOf(groups, asking, context);
    const isHome = siteOf(context.configuration).currency !== null;
    return inSlices(told, asking, context.configuration).map(({ values, items }) => {
      const judged = items.flatMap((item) => item.judged ?? []);
      const sum = (of: (one: Judged) => bigint): bigint => judged.reduce((total, one) => total + of(one), 0n);
      const actual = sum((one) => one.actual);
      const off = sum(({ actual: a, foreseen: f }) => (a > f ? a - f : f - a));
      const over = sum(({ actual: a, foreseen: f }) => f - a);
      // where no site says which is home, forecasts are held against revenue of their own currency alone
      const foreseen = isHome ? [] : items.flatMap(({ judged: one, group }) => (one === null ? [] : [group]));
      const isOne = inOneCurrency([...(groups['won'] ?? []), ...foreseen]);
      const [value, bias] = isOne ? [shareOf(actual - off, actual), shareOf(over, actual)] : [null, null];
      return {
        key: sliceKey(asking.by, values),
        value,
        n: judged.length,
        excluded: mergeExcluded(...items.map((item) => item.group)),
        bias,
      };
    });
  },
});

interface Judged {
  readonly foreseen: bigint;
  readonly actual: bigint;
}

interface Told {
  readonly values: SliceValues;
  /** null: its period does not count (yet), or it has no rate */
  readonly judged: Judged | null;
  /** what it leaves out, among it what was found without a rate */
  readonly group: GroupAnswer;
}

/** Of a bucket the forecasts whose periods end in it, and those that came too late for one that begins in it. */
function toldOf(groups: PartGroups, asking: Asking, context: KpiContext): readonly Told[] {
  const all = groups['forecasts'] ?? [];
  if (asking.bucket === undefined) return all.map((group) => judge(group, groups, asking, context));
  const ended = all.flatMap((group) => {
    const { judged, ...told } = judge({ ...group, excluded: {} }, groups, asking, context);
    const isHere = asking.from !== null && Number(group['due']) > asking.from;
    return isHere && (judged !== null || told.group.excluded['no_rate'] !== undefined) ? [{ ...told, judged }] : [];
  });
  const late = (groups['begun'] ?? []).filter(({ excluded }) => Object.keys(excluded).length > 0);
  return [...ended, ...late.map((group) => ({ values: valuesOf(group, asking), judged: null, group }))];
}

function judge(group: GroupAnswer, groups: PartGroups, asking: Asking, context: KpiContext): Told {
  const values = valuesOf(group, asking);
  const [since, due] = [Number(group['since']), Number(group['due'])];
  const counts = group.n > 0 && due <= asking.asOf && (asking.to === null || due <= asking.to);
  if (!counts) return { values, judged: null, group };
  const { currency: home, zone } = siteOf(context.configuration);
  const [first, end] = [since, due].map((instant) => Math.floor(toWall(zone, instant) / dayLength));
  const days = (groups['won'] ?? []).filter(
    ({ key, n, unrated, day }) =>
      (n > 0 || Number(unrated) > 0) && isOf(group, key) && Number(day) >= (first ?? 0) && Number(day) < (end ?? 0),
  );
  const currency = typeof group['currency'] === 'string' ? group['currency'] : '';
  const rate = home === null || currency === home ? parity : context.rates.rateOn(currency, home, first ?? 0);
  const unrated = days.reduce((n, day) => n + Number(day['unrated']), rate === null ? 1 : 0);
  const told = { ...group, excluded: { ...group.excluded, ...(unrated > 0 && { no_rate: unrated }) } };
  if (rate === null) return { values, judged: null, group: told };
  const foreseen = (totalOf(Number(group['units'])) * rate) / parity;
  return { values, judged: { foreseen, actual: days.reduce((sum, day) => sum + totalIn(day, 'total'), 0n) }, group: told };
}

/** Whether revenue of this team and rep is what a forecast speaks of. */
const isOf = ({ key: scope }: GroupAnswer, key: GroupAnswer['key']): boolean =>
  scopeDimensions.every((dimension) => scope[dimension] === null || scope[dimension] === key[dimension]);
