import type { Group } from './answers.js';
import { currencyOf, mainCurrency } from './parts.js';

/** A group in its place. `rank`: null where nobody ranks it; `tied`: others have the same. */
export interface RankedGroup {
  readonly group: Group;
  readonly small: boolean;
  /** it is in another currency than the others, and no more compared with them than added */
  readonly apart: boolean;
  readonly rank: number | null;
  readonly tied: boolean;
}

/** Whether a figure is of too few to be believed, as the server says of what is drawn from a sample. */
export const isSmall = ({ small }: Group): boolean => small === true;

/** What a table can be sorted by: a dimension of the key, `value`, `n`, or a field of the KPI. */
export const cellOf = (group: Group, column: string): string | number | null => {
  const cell = column in group.key ? group.key[column] : group[column];
  return typeof cell === 'number' || typeof cell === 'string' ? cell : null;
};

/**
 * Groups with their ranks by value: the better first, equal values share a place, and the next one comes after all of them (1, 2, 2, 4). Too few,
 * none at all, what is nobody's, and money in another currency than the sums' have no rank, and stand behind the others where the order is by value. `sort`: a column, with a minus in front
 * descending; null: by rank, or as they came where a series (stages, bands) has an order of its own.
 */
export function ranked(
  groups: readonly Group[],
  { better }: { readonly better: string },
  series: boolean,
  sort: string | null,
): readonly RankedGroup[] {
  const direction = better === 'less' ? 1 : -1;
  const isApart = apartIn(groups);
  const competes = (group: Group): boolean =>
    !series && group.value !== null && group.key['rep'] !== null && !isSmall(group) && !isApart(group);
  const values = groups.flatMap((group) => (competes(group) && group.value !== null ? [group.value] : []));
  const lines = groups.map((group): RankedGroup => {
    const { value } = group;
    const told = { group, small: isSmall(group), apart: isApart(group) };
    if (value === null || !competes(group)) return { ...told, rank: null, tied: false };
    const before = values.filter((other) => (other - value) * direction < 0).length;
    return { ...told, rank: before + 1, tied: values.filter((other) => other === value).length > 1 };
  });
  if (sort === null && series) return lines;
  const column = (sort ?? 'value').replace(/^-/, '');
  const way = sort === null ? direction : sort.startsWith('-') ? -1 : 1;
  const place = ({ rank }: RankedGroup): number => (series || column !== 'value' || rank !== null ? 0 : 1);
  return [...lines].sort((a, b) => place(a) - place(b) || compareCells(cellOf(a.group, column), cellOf(b.group, column), way));
}

/** Tells whether a group is in another currency than the sums: money that cannot be added to the others'. */
export function apartIn(groups: readonly Group[]): (group: Group) => boolean {
  const currency = mainCurrency(groups);
  return (group) => (currencyOf(group) ?? currency) !== currency;
}

/** The largest value among groups that can be compared: it has the longest bar. */
export const mostOf = (lines: readonly RankedGroup[]): number =>
  Math.max(0, ...lines.map(({ group, apart }) => (apart ? 0 : Math.abs(group.value ?? 0))));

/** What is missing comes last, whichever way. */
function compareCells(a: string | number | null, b: string | number | null, direction: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return String(a).localeCompare(String(b)) * direction;
}
