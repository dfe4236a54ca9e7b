import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { FactColumn, Refusal } from '@leadclock/domain/kpi/columns-read.js';
import { columnOf } from './fact-columns.js';
import { literal } from './fact-where.js';

/** More conditions than this cost more than they leave out. */
const mostRefusals = 32;

/** A lead, a deal or a touchpoint, by which facts differ each from each; of an arrival `item` is a reason. */
export const isName = (kind: FactKind, column: FactColumn): boolean => column === 'subject' || (column === 'item' && kind !== 'arrival');

/** Conditions that leave out what would not be taken: those that differ in one word are one. */
export function refused(refusals: readonly Refusal[]): readonly string[] {
  const useful = refusals.filter(({ kind, words }) => !words.some(([column]) => isName(kind, column)));
  const alike = grouped(useful, ({ kind, words }) => [kind, ...words.map(([column]) => column)].join(' '));
  const conditions = [...alike.values()].flatMap((same) => {
    const ways = (same[0]?.words ?? []).map((_, place) => joined(same, place));
    return ways.toSorted((a, b) => a.length - b.length)[0] ?? same.map(({ kind }) => `kind = ${literal(kind)}`);
  });
  return conditions.slice(0, mostRefusals).map((condition) => `(${condition}) is not true`);
}

/** Refusals of one kind by the same columns, those together that differ in the word at this place alone. */
function joined(refusals: readonly Refusal[], place: number): readonly string[] {
  const conditionOf = ({ kind, words }: Refusal) =>
    [`kind = ${literal(kind)}`, ...words.filter((_, index) => index !== place).map(([column, word]) => oneOf(column, [word]))].join(
      ' and ',
    );
  return [...grouped(refusals, conditionOf)].map(([condition, same]) => {
    const varied = same.flatMap(({ words }) => words.slice(place, place + 1));
    const [column = 'kind'] = varied[0] ?? [];
    return `${condition} and ${oneOf(column, [...new Set(varied.map(([, word]) => word))])}`;
  });
}

function oneOf(column: FactColumn, values: readonly (string | null)[]): string {
  const name = columnOf(column);
  const named = values.filter((value) => value !== null);
  const parts = [
    ...(named.length > 0 ? [`${name} in (${named.map(literal).join(', ')})`] : []),
    ...(values.includes(null) ? [`${name} is null`] : []),
  ];
  return `(${parts.join(' or ')})`;
}

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name) ?? [];
    group.push(one);
    groups.set(name, group);
  }
  return groups;
}
