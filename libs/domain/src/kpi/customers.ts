import type { Configuration } from '../configuration/configuration.js';
import { compareUtf8 } from '../events/order.js';
import type { Asking } from './asking.js';
import { type Dimension, isDimension } from './dimension.js';
import { totalIn } from './exact-money.js';
import type { Part, PartGroups } from './kpi.js';
import { liveSubscriptions } from './live-subscriptions.measure.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { compareSlices, type SliceValues, sliceName, standingSlices } from './slices.js';

/** A customer at an instant, over all subscriptions that are live then. */
export interface Customer {
  readonly name: string;
  /** the value of each dimension asked, of the subscription that began first: a customer is in one slice */
  readonly values: SliceValues;
  /** subscriptions begun strictly before the instant */
  readonly before: number;
  /** exact totals (`exact-money`): what those pay a month, and what those do that begin just then */
  readonly total: bigint;
  readonly begun: bigint;
  /** the groups that he was joined of */
  readonly groups: readonly GroupAnswer[];
}

/** What must be known of each customer: what the answer is sliced and filtered by. */
export function customerDimensions({ by, filters }: Asking): readonly Dimension[] {
  return [...new Set([...by, ...Object.keys(filters).filter(isDimension)])];
}

/**
 * Asks for the customers that are live at an instant, all of them: filters are for whole customers. `whose` tells whose subscriptions are behind
 * the number; left out: those of the customers that pass.
 */
export const askCustomers = (name: string, asking: Asking, asOf: number, whose = passing(name, asking)): Part => ({
  name,
  of: liveSubscriptions,
  asking: askPart(liveSubscriptions, asking, { asOf, by: ['customer', ...customerDimensions(asking)], filters: {} }),
  behind: ofCustomers(whose),
});

type Whose = (groups: PartGroups) => Iterable<string>;

/** The customers of a part that pass the filters. */
const passing =
  (name: string, asking: Asking): Whose =>
  (groups) =>
    customersOf(groups[name], asking).map((customer) => customer.name);

/** Those of them who were customers before. */
export const passingBefore =
  (name: string, asking: Asking): Whose =>
  (groups) =>
    customersOf(groups[name], asking).flatMap((customer) => (customer.before > 0 ? [customer.name] : []));

/** Facts of subscriptions that are some customers'. */
export const ofCustomers =
  (whose: Whose): NonNullable<Part['behind']> =>
  (groups) => {
    const names = new Set(whose(groups));
    return ({ item }) => names.has(item ?? '');
  };

/** Joins the groups of `askCustomers` and takes the customers that pass the filters. */
export function customersOf(groups: readonly GroupAnswer[] | undefined, asking: Asking): readonly Customer[] {
  const joined = new Map<string, GroupAnswer[]>();
  for (const group of groups ?? []) {
    if (group.n === 0) continue;
    const name = group.key['customer'] ?? '';
    const same = joined.get(name);
    if (same === undefined) joined.set(name, [group]);
    else same.push(group);
  }
  return [...joined].flatMap(([name, same]) => {
    const [first] = same.toSorted(byBegin);
    if (first === undefined || !passes(first, asking)) return [];
    const sum = (field: string): bigint => same.reduce((total, group) => total + totalIn(group, field), 0n);
    const before = same.reduce((n, group) => n + Number(group['before'] ?? 0), 0);
    return [{ name, values: valuesOf(first, asking), before, total: sum('total'), begun: sum('begun'), groups: same }];
  });
}

/** Whether the first subscription of a customer passes the filters. */
export const passes = ({ key }: GroupAnswer, { filters }: Asking): boolean =>
  Object.entries(filters).every(([dimension, wanted]) => wanted.includes(key[dimension] ?? null));

export const valuesOf = ({ key }: Pick<GroupAnswer, 'key'>, { by }: Asking): SliceValues => by.map((dimension) => key[dimension] ?? null);

/** By the begin of the first subscription, then its id. */
export function byBegin(a: GroupAnswer, b: GroupAnswer): number {
  return Number(a['since']) - Number(b['since']) || compareUtf8(firstOf(a), firstOf(b));
}

const firstOf = ({ first }: GroupAnswer): string => (typeof first === 'string' ? first : '');

/** The slices of an answer in their order, with those that the configuration knows, and what lies in each. */
export function inSlices<T extends { readonly values: SliceValues }>(
  items: Iterable<T>,
  asking: Asking,
  configuration: Configuration,
): readonly { readonly values: SliceValues; readonly items: readonly T[] }[] {
  const slices = new Map<string, { readonly values: SliceValues; readonly items: T[] }>();
  for (const values of standingSlices(asking, configuration, asking.asOf)) slices.set(sliceName(values), { values, items: [] });
  for (const item of items) {
    const name = sliceName(item.values);
    const slice = slices.get(name) ?? { values: item.values, items: [] };
    slice.items.push(item);
    slices.set(name, slice);
  }
  return [...slices.values()].toSorted((a, b) => compareSlices(a.values, b.values));
}
