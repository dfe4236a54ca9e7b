import type { GroupAnswer } from '../kpi/running-answer.js';

/** One expected group: a number is its value; `excluded` names the reasons that must have just these counts. */
export type ExpectedGroup = number | Readonly<Record<string, number | string | null | Readonly<Record<string, number>>>>;
export type Expected = Readonly<Record<string, ExpectedGroup>>;

/**
 * How groups differ from what is expected of them, to 1e-6. A group goes by the values of its key joined by spaces, in
 * any order (no value: None), with its currency behind it where one key has several; without a key it is `all`.
 */
export function differences(groups: readonly GroupAnswer[], expected: Expected): string[] {
  const found: string[] = [];
  const taken = new Set<GroupAnswer>();
  for (const [name, wanted] of Object.entries(expected)) {
    const group = pick(groups, name, wanted, taken);
    if (group === null) {
      if (wanted !== 0) found.push(`${name}: missing`);
      continue;
    }
    taken.add(group);
    found.push(...ofGroup(name, group, typeof wanted === 'number' ? { value: wanted } : wanted));
  }
  for (const group of groups)
    if (!taken.has(group) && group.n !== 0 && !(group.value === 0 && ('stage' in group.key || 'band' in group.key)))
      found.push(`${names(group)[0]}: not expected (n ${group.n}, value ${group.value})`);
  return found;
}

function ofGroup(name: string, group: GroupAnswer, wanted: Exclude<ExpectedGroup, number>): string[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    if (field === 'excluded' && typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([reason, count]) => {
        const got = group.excluded[reason] ?? 0;
        return got === count ? [] : [`${name}.excluded.${reason}: got ${got}, expected ${count}`];
      });
    const got = group[field];
    return near(got, value) ? [] : [`${name}.${field}: got ${JSON.stringify(got)}, expected ${JSON.stringify(value)}`];
  });
}

function near(got: unknown, wanted: unknown): boolean {
  if (typeof got !== 'number' || typeof wanted !== 'number') return got === wanted;
  return Math.abs(got - wanted) <= Math.max(1e-6, 1e-6 * Math.max(Math.abs(got), Math.abs(wanted)));
}

function pick(groups: readonly GroupAnswer[], name: string, wanted: ExpectedGroup, taken: ReadonlySet<GroupAnswer>): GroupAnswer | null {
  const currency = typeof wanted === 'number' ? undefined : wanted.currency;
  const ranked = groups
    .filter((group) => !taken.has(group))
    .filter((group) => currency === undefined || (group.currency ?? currency) === currency)
    .map((group) => ({ group, rank: names(group).indexOf(name) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank);
  return ranked[0]?.group ?? null;
}

function names(group: GroupAnswer): string[] {
  const words = Object.values(group.key).map((value) => value ?? 'None');
  return [words, ...permutations(words)].flatMap((order) => {
    const name = order.join(' ') || 'all';
    return typeof group.currency === 'string' ? [name, `${name} ${group.currency}`] : [name];
  });
}

function permutations(words: readonly string[]): string[][] {
  if (words.length < 2) return [[...words]];
  return words.flatMap((word, index) => permutations(words.toSpliced(index, 1)).map((rest) => [word, ...rest]));
}
