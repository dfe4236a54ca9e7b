import type { FactView } from '@leadclock/domain/kpi/tally.js';

/** Columns of numbers; NaN stands for null. */
export const numberColumns = ['at', 'from', 'until', 'since', 'due', 'value'] as const satisfies readonly (keyof FactView)[];

/** Columns of texts that come again and again, kept as numbers of one table. */
export const nameColumns = [
  'part',
  'excluded',
  'outcome',
  'touchChannel',
  'team',
  'rep',
  'origin',
  'campaign',
  'channel',
  'segment',
  'product',
  'pipeline',
  'stage',
  'currency',
] as const satisfies readonly (keyof FactView)[];

/** A fact on its way into the store: numbers alone, in the order of the columns above. Reused from row to row. */
export interface RawFact {
  kind: number;
  subject: number;
  n: number;
  item: number;
  readonly numbers: Float64Array;
  readonly names: Uint32Array;
}

export const emptyRawFact = (): RawFact => ({
  kind: 0,
  subject: 0,
  n: 0,
  item: 0,
  numbers: new Float64Array(numberColumns.length),
  names: new Uint32Array(nameColumns.length),
});
