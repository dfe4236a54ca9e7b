import type { Span } from '../lead/spans.js';
import type { BlankRow, FactRows } from './fact-rows.js';

/** A duration on both clocks, in milliseconds. */
export interface OnClocks {
  readonly worked: number;
  readonly waited: number;
}

/** Adds what a duration comes to: a row of part `both` where the clocks agree, else one for each, `working` and `wall`; cut at `changes`. */
export function addOnClocks(
  rows: FactRows,
  span: Span,
  { worked, waited }: OnClocks,
  write: (row: BlankRow, now: number) => void,
  changes: readonly number[] = none,
): void {
  const add = (part: string, value: number): void =>
    rows.add(span, changes, (row, now) => {
      row.part = part;
      row.value = value;
      write(row, now);
    });
  if (worked === waited) add('both', worked);
  else {
    add('working', worked);
    add('wall', waited);
  }
}

const none: readonly number[] = [];
