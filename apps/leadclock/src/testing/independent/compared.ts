import type { HandGroup } from './by-hand.js';

/** A group of the product's answer. */
export interface Answered {
  readonly key: Readonly<Record<string, string | null>>;
  readonly n: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}

const nameOf = (key: Readonly<Record<string, string | null>>, by: readonly string[]): string =>
  by.map((dimension) => `${key[dimension]}`).join(' / ') || 'all';
const isNear = (a: unknown, b: number | string | null): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b)));

/**
 * Where the product says something else than the sum by hand: a figure that is off by more than 1e-6 of it, another n, another exclusion, a group too few.
 * A group that only the product has must be empty. Exclusions of which the catalogue does not speak may be left unjudged. Money without a rate, which stands apart in a group of its own, is told by the exclusions of the others.
 */
export function compared(
  answer: readonly Answered[],
  byHand: readonly HandGroup[],
  by: readonly string[],
  unjudged: readonly string[] = [],
): readonly string[] {
  const rest = new Map(
    answer
      .filter(({ currency }) => currency === undefined || currency === null || currency === 'EUR')
      .map((group) => [nameOf(group.key, by), group]),
  );
  const found = byHand.flatMap(({ key, figures, excluded }) => {
    const name = nameOf(key, by);
    const group = rest.get(name);
    if (group === undefined) return [`${name}: the product has no such group, by hand ${JSON.stringify(figures)}`];
    rest.delete(name);
    const wrong = Object.entries(figures).flatMap(([field, figure]) =>
      isNear(group[field], figure) ? [] : [`${name}: ${field} is ${JSON.stringify(group[field])}, by hand ${figure}`],
    );
    const reasons = new Set([...Object.keys(group.excluded), ...Object.keys(excluded)]);
    for (const reason of reasons)
      if (!unjudged.includes(reason) && (group.excluded[reason] ?? 0) !== (excluded[reason] ?? 0))
        wrong.push(`${name}: ${group.excluded[reason] ?? 0} are excluded as ${reason}, by hand ${excluded[reason] ?? 0}`);
    return wrong;
  });
  for (const [name, group] of rest)
    if (group.n !== 0 || Object.keys(group.excluded).some((reason) => !unjudged.includes(reason)))
      found.push(`${name}: by hand there is no such group, the product has ${JSON.stringify(group)}`);
  return found;
}
