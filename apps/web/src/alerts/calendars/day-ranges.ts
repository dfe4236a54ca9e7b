import { addDays, daysBetween } from '../../team/days.js';

/** Days one after the other, both included, yyyy-mm-dd. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Longer than that nobody is off by one entry. */
export const MOST_DAYS = 366;

/** Days in order, those that follow each other together. */
export function rangesOf(days: readonly string[]): readonly DayRange[] {
  const ranges: DayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) ranges[ranges.length - 1] = { from: last.from, to: day };
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}

/** The days of a range; none if it ends before it begins. */
export const daysOf = ({ from, to }: DayRange): readonly string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
