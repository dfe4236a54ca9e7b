import { isFormula, type Kpi } from './kpi.js';
import type { GroupAnswer } from './running-answer.js';
import type { Language } from './words.js';

/** A part of a formula whose group has the key in question; undefined: it has none. */
export type PartGroup = (part: string) => GroupAnswer | undefined;

type Numbers = Pick<GroupAnswer, 'value' | 'n'> & { readonly [field: string]: unknown };

/**
 * The formula of one group with its numbers filled in, and what it comes to: `3 / (3 + 1) = 0.75`. A KPI that gives no template (`Kpi.filled`)
 * is told by what kind of figure it is: a median of so many values, so many of so many, a sum of so many amounts.
 */
export function fillFormula(
  kpi: Kpi,
  params: Readonly<Record<string, string>>,
  group: Numbers,
  partGroup: PartGroup,
  language: Language,
): string {
  const text = (value: unknown): string =>
    typeof value === 'number' ? numberText(value, language) : typeof value === 'string' ? value : missing;
  const [template, result] = templateOf(kpi, params, group, language);
  const filled = template.replaceAll(/\{([a-z_-]+)(?:\.([a-z0-9_]+))?\}/g, (_, name: string, field?: string) => {
    if (field === undefined && name in group) return text(group[name]);
    return text(partGroup(name)?.[field ?? 'value']);
  });
  return `${filled} = ${text(result)}`;
}

/** To six places, of a number below one six digits. */
function numberText(value: number, language: Language): string {
  const places = Math.abs(value) < 1 ? { maximumSignificantDigits: 6 } : { maximumFractionDigits: 6 };
  return new Intl.NumberFormat(language, { ...places, useGrouping: false }).format(value).replace('-', '−');
}

const missing = '–';

type Told = readonly [template: string, result: unknown];

function templateOf(kpi: Kpi, params: Readonly<Record<string, string>>, group: Numbers, language: Language): Told {
  const { unit } = kpi;
  const own = kpi.filled(params);
  if (own !== null) return [own, group.value];
  const { value, n } = group;
  if ('share' in group) return ['{value} / {n}', group['share']];
  if ('median' in group) return [usualWords.median[language], value];
  if (!isFormula(kpi) && unit === 'ratio' && value !== null && isWhole(value * n)) return [`${Math.round(value * n)} / {n}`, value];
  if ('lead' in group) return [usualWords.longest[language], value];
  if (!isFormula(kpi) && unit === 'money') return [usualWords.sum[language], value];
  return [value === n ? usualWords.count[language] : usualWords.reckoned[language], value];
}

/** A share of counted things times their number is a count, but for what a double loses. */
const isWhole = (hits: number): boolean => Math.abs(hits - Math.round(hits)) < 1e-6;

const usualWords = {
  median: { en: 'the median of {n}', es: 'la mediana de {n}', ru: 'медиана, значений: {n}' },
  sum: { en: 'the sum of {n}', es: 'la suma de {n}', ru: 'сумма, слагаемых: {n}' },
  longest: { en: 'the longest of {n}', es: 'el más largo de {n}', ru: 'самое долгое, всего: {n}' },
  reckoned: { en: 'reckoned from {n}', es: 'calculado a partir de {n}', ru: 'рассчитано, исходных значений: {n}' },
  count: { en: 'counted: {n}', es: 'contados: {n}', ru: 'подсчитано: {n}' },
} as const;
