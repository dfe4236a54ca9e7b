import type { Configuration } from '../configuration/configuration.js';
import type { Asking } from './asking.js';
import { byBegin, customerDimensions, inSlices, passes, valuesOf } from './customers.js';
import { firstStarts } from './first-start.measure.js';
import { firstWins } from './first-win.measure.js';
import type { Part, PartGroups } from './kpi.js';
import { askPart } from './parts.js';
import type { GroupAnswer } from './running-answer.js';
import { type SliceValues, sliceName } from './slices.js';
import type { Span } from './window.js';

const allTime = { from: null, to: null, window: null } as const;

/** The parts that customers won are counted from: first starts of subscriptions, and first wins of leads for a site that has none. */
export function wonParts(asking: Asking, spanAt: (asOf: number) => Span | null): readonly Part[] {
  const wins = firstWins(spanAt);
  const span = spanAt(asking.asOf);
  const by = ['customer', ...customerDimensions(asking)] as const;
  return [
    {
      name: 'starts',
      of: firstStarts,
      asking: askPart(firstStarts, asking, { ...allTime, by, filters: {} }),
      behind: (groups) => {
        const won = new Set(firstsWon(groups, asking, span).map(({ first, since }) => startName(first, since)));
        return ({ subject, at, from }) => won.has(startName(subject, at ?? from));
      },
    },
    {
      name: 'wins',
      of: wins,
      asking: askPart(wins, asking, allTime),
      behind: (groups) => {
        const isAsked = startsIn(groups).length === 0;
        return ({ at, from }) => isAsked && isIn(span, at ?? from);
      },
    },
  ];
}

/**
 * Customers won in a span (null: so far), by slice: those whose first subscription ever started in it, each in that one's slice; for a site
 * where no subscription has started, leads whose first won deal lies in it.
 */
export function customersWon(
  groups: PartGroups,
  asking: Asking,
  span: Span | null,
  configuration: Configuration,
): readonly { readonly values: SliceValues; readonly n: number }[] {
  if (startsIn(groups).length === 0) return (groups['wins'] ?? []).map((group) => ({ values: valuesOf(group, asking), n: group.n }));
  const won = firstsWon(groups, asking, span);
  const slices = inSlices(
    won.map((group) => ({ values: valuesOf(group, asking) })),
    asking,
    configuration,
  );
  return slices.map(({ values, items }) => ({ values, n: items.length }));
}

const startsIn = (groups: PartGroups): readonly GroupAnswer[] => (groups['starts'] ?? []).filter(({ n }) => n > 0);

/** The groups of customers that hold their first start, of those who pass and whose first one lies in the span. */
function firstsWon(groups: PartGroups, asking: Asking, span: Span | null): readonly GroupAnswer[] {
  const firsts = new Map<string | null, GroupAnswer>();
  for (const group of startsIn(groups)) {
    const customer = group.key['customer'] ?? null;
    const there = firsts.get(customer);
    if (there === undefined || byBegin(group, there) < 0) firsts.set(customer, group);
  }
  return [...firsts.values()].filter((group) => passes(group, asking) && isIn(span, Number(group['since'])));
}

const startName = (subject: unknown, at: unknown): string => `${String(at)} ${String(subject)}`;

/** The same, by the name of the slice. */
export const wonBySlice = (won: ReturnType<typeof customersWon>): ReadonlyMap<string, number> =>
  new Map(won.map(({ values, n }) => [sliceName(values), n]));

const isIn = (span: Span | null, at: number): boolean => span === null || (at >= span.from && at < span.to);
