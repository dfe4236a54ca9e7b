import type { GroupAnswer } from './running-answer.js';
import type { Key } from './tally.js';

/** How the number of a group differs from an earlier one. null: one of the two has none. */
export interface Change {
  readonly key: Key;
  /** of money that stands apart */
  readonly currency?: string;
  readonly now: number | null;
  readonly then: number | null;
  /** now − then, in the unit of the answer */
  readonly difference: number | null;
  /** (now − then) / |then|; null also where it was 0 */
  readonly relative: number | null;
}

type Group = Pick<GroupAnswer, 'key' | 'value'> & { readonly currency?: unknown };

/** The groups of now with those of then, in the order of now; groups that were there only then come last. */
export function changesBetween(now: readonly Group[], then: readonly Group[]): readonly Change[] {
  const before = new Map(then.map((group) => [groupName(group), group]));
  const there = new Set(now.map(groupName));
  const gone = then.filter((group) => !there.has(groupName(group)));
  return [
    ...now.map((group) => changeOf(group, group.value, before.get(groupName(group))?.value ?? null)),
    ...gone.map((group) => changeOf(group, null, group.value)),
  ];
}

function changeOf(group: Group, now: number | null, then: number | null): Change {
  const { key, currency } = group;
  const difference = now === null || then === null ? null : now - then;
  const relative = difference === null || then === null || then === 0 ? null : difference / Math.abs(then);
  return { key, ...(typeof currency === 'string' ? { currency } : {}), now, then, difference, relative };
}

/** What is the same group in two answers: its key, and the currency of a sum that stands apart. */
const groupName = ({ key, currency }: Group): string => JSON.stringify([key, currency ?? null]);

/** The mean of a group over several answers: of the values there are; n is that of all of them. */
export interface MeanGroup {
  readonly key: Key;
  readonly currency?: string;
  readonly value: number | null;
  readonly n: number;
  /** how many of the answers have a value */
  readonly days: number;
}

export function meanOfValues(answers: readonly (readonly GroupAnswer[])[]): readonly MeanGroup[] {
  const groups = new Map<string, GroupAnswer[]>();
  for (const answer of answers) for (const group of answer) groups.set(groupName(group), [...(groups.get(groupName(group)) ?? []), group]);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const values = same.flatMap(({ value }) => value ?? []);
    const { key, currency } = first;
    return {
      key,
      ...(typeof currency === 'string' ? { currency } : {}),
      value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
      n: same.reduce((sum, { n }) => sum + n, 0),
      days: values.length,
    };
  });
}
