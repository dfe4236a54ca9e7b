import type { Definition, Group } from './answers.js';
import type { Measure } from './value-format.js';

/** What every group has, and what is shown elsewhere than among the parts. */
const notParts: readonly string[] = [
  'key',
  'value',
  'n',
  'excluded',
  'currency',
  'low',
  'high',
  'share_low',
  'share_high',
  'small',
  'lead',
  'approximate',
];
const shares: readonly string[] = ['share', 'by_value', 'win_ratio', 'volume', 'gross', 'bias', 'pace', 'churn', 'reps_at_target'];
const amounts: readonly string[] = [
  'total',
  'upsell',
  'cross_sell',
  'target',
  'actual',
  'forecast',
  'spend',
  'clv',
  'cac',
  'revenue',
  'deal_size',
  'mrr',
  'rises',
  'falls',
];

/** The currency that a group's money is in; null: it has none. */
export const currencyOf = (group: Group | undefined): string | null => (typeof group?.['currency'] === 'string' ? group['currency'] : null);

/** The currency of the sums among groups: the first that any of them names. A group in another stands apart, one that names none has no money. */
export const mainCurrency = (groups: readonly Group[]): string | null => currencyOf(groups.find((group) => currencyOf(group) !== null));

/** The number fields that a KPI gives beside its value, those of any of the groups, in the order in which they came. */
export function partsIn(groups: readonly Group[]): readonly string[] {
  const names = new Set<string>();
  for (const group of groups)
    for (const [name, field] of Object.entries(group))
      if (!notParts.includes(name) && (typeof field === 'number' || field === null)) names.add(name);
  // a distribution's headline is its median
  names.delete('median');
  return [...names];
}

/** What a part is measured in. Percentiles and means are of the KPI's own unit, `_s` are seconds; what nobody knows is a count. */
export function measureOf(part: string, { unit }: Pick<Definition, 'unit'>, currency: string | null): Measure {
  if (/^(mean|median|p\d+|low|high|value)$/.test(part)) return { unit, currency };
  if (/(_s|_mean|_median|_p\d+)$/.test(part)) return { unit: 's', currency: null };
  if (shares.includes(part)) return { unit: 'ratio', currency: null };
  // what is lost is customers, or, where it is money, in a currency
  if (amounts.includes(part) || (part === 'lost' && currency !== null)) return { unit: 'money', currency };
  return { unit: 'count', currency: null };
}

/** The ends of a group's 95 % interval, and the part that they are of: its value, or the share that a member of a series has. null: it has none. */
export function intervalOf({ low, high, share_low: shareLow, share_high: shareHigh }: Group): Interval | null {
  if (typeof low === 'number' && typeof high === 'number') return { part: 'value', low, high };
  return typeof shareLow === 'number' && typeof shareHigh === 'number' ? { part: 'share', low: shareLow, high: shareHigh } : null;
}

interface Interval {
  readonly part: 'value' | 'share';
  readonly low: number;
  readonly high: number;
}

/** Tells a line of a table of groups from the others: its keys, and its currency where one key has several. */
export const lineKey = (keys: readonly string[], group: Group): string =>
  keys.map((key) => group.key[key] ?? ' ').join('/') + (currencyOf(group) ?? '');

/** The fields that every group of an answer is keyed by, in their order. */
export const keysOf = (groups: readonly Group[]): readonly string[] => Object.keys(groups[0]?.key ?? {});
