import type { Configuration } from '../configuration/configuration.js';
import type { Asking } from './asking.js';
import { askCustomers, type Customer, customersOf, inSlices, passingBefore } from './customers.js';
import { inOneCurrency, shareOf, unitsOf } from './exact-money.js';
import { currencyIn } from './group-field.js';
import { isSmall, shareInterval } from './interval.js';
import type { Part, PartGroups } from './kpi.js';
import type { Combined } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { type SliceValues, sliceKey } from './slices.js';
import type { Excluded } from './tally.js';
import type { Span } from './window.js';

/** What became of the customers of one slice who were live at the start of a span. */
export interface Loss {
  readonly values: SliceValues;
  /** live at the start, begun strictly before it */
  readonly customers: number;
  /** those of them who are not live at the end */
  readonly lost: number;
  /** exact totals of what they paid a month at the start; null: in several currencies */
  readonly total: bigint | null;
  readonly lostTotal: bigint;
  /** of the totals */
  readonly currency: string | null;
  readonly excluded: Excluded;
}

/** How what a loss is measured by: customers, or their money at the start. */
export const lossBasis = { basis: { values: ['customers', 'revenue'], default: 'customers' } } as const;

/** The parts of a loss: customers at the start, and at the end of a span. */
export const lossParts = (asking: Asking, { from, to }: Span): readonly Part[] => [
  askCustomers('start', asking, from, passingBefore('start', asking)),
  askCustomers('end', { ...asking, by: [], filters: {} }, to, passingBefore('start', asking)),
];

export function lossesOf(groups: PartGroups, asking: Asking, configuration: Configuration): readonly Loss[] {
  const there = new Set((groups['end'] ?? []).filter(({ n }) => n > 0).map(({ key }) => key['customer']));
  const begun = customersOf(groups['start'], asking).filter(({ before }) => before > 0);
  return inSlices(begun, asking, configuration).map(({ values, items }) => {
    const gone = items.filter(({ name }) => !there.has(name));
    const all = items.flatMap((customer) => customer.groups);
    const excluded = withoutRate(all);
    return {
      values,
      customers: items.length,
      lost: gone.length,
      total: inOneCurrency(all) ? sumOf(items) : null,
      lostTotal: sumOf(gone),
      currency: currencyIn(
        all.find((group) => group.n > 0),
        configuration,
      ),
      excluded,
    };
  });
}

/** The groups of what was lost, or (`kept`) of what was not. */
export function lossGroups(losses: readonly Loss[], asking: Asking, kept = false): readonly GroupAnswer[] {
  return losses.map((loss) => {
    const { value, n, excluded, fields } = asking.params['basis'] === 'revenue' ? byRevenue(loss, kept) : byCustomers(loss, kept);
    return { key: sliceKey(asking.by, loss.values), value, n, excluded, ...fields };
  });
}

function byCustomers({ customers: n, lost }: Loss, kept: boolean): Combined {
  return {
    value: n === 0 ? null : (kept ? n - lost : lost) / n,
    n,
    excluded: {},
    fields: { lost, ...shareInterval(kept ? n - lost : lost, n) },
  };
}

function byRevenue({ customers: n, total, lostTotal, excluded, currency }: Loss, kept: boolean): Combined {
  if (total === null) return { value: null, n, excluded, fields: { lost: null, total: null, currency, small: isSmall(n) } };
  const keptTotal = total - lostTotal;
  // of sums below nothing neither is a share of all
  const value = lostTotal < 0n || keptTotal < 0n ? null : shareOf(kept ? keptTotal : lostTotal, total);
  return { value, n, excluded, fields: { lost: unitsOf(lostTotal), total: unitsOf(total), currency, small: isSmall(n) } };
}

const sumOf = (customers: readonly Customer[]): bigint => customers.reduce((sum, { total }) => sum + total, 0n);

export function withoutRate(groups: readonly GroupAnswer[]): Excluded {
  const no_rate = groups.reduce((n, { excluded }) => n + (excluded['no_rate'] ?? 0), 0);
  return no_rate === 0 ? {} : { no_rate };
}
