import type { GroupAnswer } from './running-answer.js';
import type { Excluded } from './tally.js';

/** What the groups that a formula is computed from leave out, by reason. */
export function mergeExcluded(...groups: readonly (GroupAnswer | undefined)[]): Excluded {
  const counted = new Map<string, number>();
  for (const group of groups)
    for (const [reason, n] of Object.entries(group?.excluded ?? {})) counted.set(reason, (counted.get(reason) ?? 0) + n);
  return Object.fromEntries([...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
