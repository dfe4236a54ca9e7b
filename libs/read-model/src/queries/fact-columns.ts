import type { Fact } from '@leadclock/domain/facts/fact.js';

/** The columns of `fact` in the order that readers take them, with the property of Fact that each one is. */
export const factColumns = [
  ['subject', 'subject'],
  ['kind', 'kind'],
  ['n', 'n'],
  ['at', 'at'],
  ['from', '"from"'],
  ['until', 'until'],
  ['since', 'since'],
  ['due', 'due'],
  ['value', 'value'],
  ['part', 'part'],
  ['item', 'item'],
  ['excluded', 'excluded'],
  ['outcome', 'outcome'],
  ['touchChannel', 'touch_channel'],
  ['team', 'team'],
  ['rep', 'rep'],
  ['origin', 'origin'],
  ['campaign', 'campaign'],
  ['channel', 'channel'],
  ['segment', 'segment'],
  ['product', 'product'],
  ['pipeline', 'pipeline'],
  ['stage', 'stage'],
  ['currency', 'currency'],
] as const satisfies readonly (readonly [keyof Fact, string])[];

export const factColumnList = factColumns.map(([, column]) => column).join(', ');

/** `select` list that answers rows of the shape of Fact. */
export const factSelectList = factColumns.map(([property, column]) => `${column} as "${property}"`).join(', ');

/** The column of `fact` that holds a property of Fact. */
export function columnOf(property: keyof Fact): string {
  const found = factColumns.find(([name]) => name === property);
  if (found === undefined) throw new Error(`no column holds ${property}`);
  return found[1];
}
