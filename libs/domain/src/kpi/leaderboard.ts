import { textIn } from './group-field.js';
import type { GroupAnswer } from './running-answer.js';
import { isTooFew } from './too-few.js';

/** A group with its place; `rank` null: it is shown, and has none. */
export interface Ranked<G> {
  readonly rank: number | null;
  readonly group: G;
}

/**
 * Groups by how well they do: equal values share a rank, and the next one is further down by as many (1, 2, 2, 4). No rank has a group without a
 * value, that stands for nobody, whose money is in another currency than the first that is named and was not converted, or behind whose value fewer
 * cases stand than `minimum`; nor has a sample that calls itself too small.
 */
export function leaderboard<G extends Pick<GroupAnswer, 'key' | 'value' | 'n'> & Readonly<Record<string, unknown>>>(
  groups: readonly G[],
  { better, minimum }: { readonly better: 'less' | 'more' | 'neither'; readonly minimum: number },
): readonly Ranked<G>[] {
  const currency = groups.map((group) => textIn(group, 'currency')).find((named) => named !== null) ?? null;
  const isApart = (group: G): boolean => (textIn(group, 'currency') ?? currency) !== currency;
  const canRank = (group: G): boolean =>
    group.value !== null && group.n >= minimum && !isTooFew(group) && !Object.values(group.key).includes(null) && !isApart(group);
  const sign = better === 'less' ? 1 : -1;
  const byValue = (a: G, b: G): number => sign * ((a.value ?? 0) - (b.value ?? 0));
  const ranked: Ranked<G>[] = [];
  for (const [index, group] of groups.filter(canRank).toSorted(byValue).entries()) {
    const before = ranked.at(-1);
    ranked.push({ rank: before !== undefined && before.group.value === group.value ? before.rank : index + 1, group });
  }
  return [...ranked, ...groups.filter((group) => !canRank(group)).map((group) => ({ rank: null, group }))];
}
