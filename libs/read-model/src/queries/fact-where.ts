import type { FactSelection } from '@leadclock/domain/kpi/selection.js';
import type { FactView } from '@leadclock/domain/kpi/tally.js';
import { escapeLiteral } from 'pg';
import { columnOf } from './fact-columns.js';

/** A selection as a store is asked; `trueFrom` widens it to all that was true at any instant from there to `trueAt`. */
export interface StoredSelection extends FactSelection {
  readonly trueFrom?: number;
}

/** The condition for the facts of a selection, with its values written in (COPY takes no parameters). */
export function factWhere(selection: StoredSelection): string {
  const { kinds, at, trueAt, filters, trueFrom = trueAt } = selection;
  const conditions = [
    `kind in (${kinds.map(literal).join(', ')})`,
    `"from" <= ${whole(trueAt)}`,
    `(until is null or until > ${whole(trueFrom)})`,
    ...(at === null ? [] : [`at >= ${whole(at.from)} and at < ${whole(at.to)}`]),
    ...filters.map(({ column, values }) => oneOf(columnOf(column), values)),
  ];
  return conditions.join(' and ');
}

/** Whether a fact of the kinds of a selection is true and lies where it is wanted; its filters are left to who answers. */
export function selects({ at, trueAt, trueFrom = trueAt }: StoredSelection): (fact: FactView) => boolean {
  return (fact) =>
    fact.from <= trueAt &&
    (fact.until === null || fact.until > trueFrom) &&
    (at === null || (fact.at !== null && fact.at >= at.from && fact.at < at.to));
}

function oneOf(column: string, values: readonly (string | null)[]): string {
  const named = values.filter((value) => value !== null);
  const parts = [
    ...(named.length > 0 ? [`${column} in (${named.map(literal).join(', ')})`] : []),
    ...(values.includes(null) ? [`${column} is null`] : []),
  ];
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

/** A text literal. The database can hold no NUL, so nothing equals a text with one: such a filter matches what is never there. */
export const literal = (text: string): string => escapeLiteral(text.replaceAll('\0', '\u{FFFD}'));

/** An instant as SQL; a broken one must never reach the database as text. */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no instant`);
  return String(value);
}
