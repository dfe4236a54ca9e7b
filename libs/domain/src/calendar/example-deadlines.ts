import { openingAt } from './openings.js';
import { addWorking, type WorkingCalendar, workingBetween } from './working-time.js';

/** A lead that might come, and when it would be due; milliseconds and instants. */
export interface ExampleDeadline {
  readonly arrives: number;
  readonly due: number;
  readonly working: number;
  readonly wall: number;
}

const twoMinutes = 120_000;
const looksAhead = 14 * 86_400_000;
const mostSpans = 400;

/**
 * Leads by which a calendar shows what it does: one that comes two minutes before the longest time in which it is closed, of the next two weeks, and one that
 * comes in the middle of that. One that is always open shows a lead that comes at once.
 */
export function exampleDeadlines(calendar: WorkingCalendar, at: number, target: number): readonly ExampleDeadline[] {
  const gap = longestGap(calendar, at);
  if (gap === null) return example(calendar, at, target);
  const whole = Math.floor((gap.from + (gap.until - gap.from) / 2) / 3_600_000) * 3_600_000;
  return [...example(calendar, gap.from - twoMinutes, target), ...example(calendar, Math.max(whole, gap.from), target)];
}

function example(calendar: WorkingCalendar, arrives: number, target: number): readonly ExampleDeadline[] {
  const due = addWorking(calendar, arrives, target);
  return due === null ? [] : [{ arrives, due, working: workingBetween(calendar, arrives, due), wall: due - arrives }];
}

function longestGap(calendar: WorkingCalendar, at: number): { readonly from: number; readonly until: number } | null {
  let longest: { readonly from: number; readonly until: number } | null = null;
  let here = at;
  for (let spans = 0; spans < mostSpans && here < at + looksAhead; spans += 1) {
    const { isOpen, until } = openingAt(calendar, here);
    if (until === null) break;
    if (!isOpen && here > at && (longest === null || until - here > longest.until - longest.from)) longest = { from: here, until };
    here = until;
  }
  return longest;
}
