import type { GapHours } from './staffing-answers.js';

/** The same hours on several days: `days` from one to another, both included, Monday 0. */
export interface GapSpan {
  readonly days: readonly { readonly from: number; readonly to: number }[];
  readonly from: number;
  readonly to: number;
  readonly late: number;
}

/** Hours of single days, those that are the same on several days told once; the ones with the most late leads first. */
export function gapSpans(hours: readonly GapHours[]): readonly GapSpan[] {
  const spans = new Map<string, GapSpan>();
  for (const { weekday, from, to, late } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const key = `${from}-${to}`;
    const known = spans.get(key);
    const last = known?.days.at(-1);
    const days =
      last?.to === weekday - 1
        ? [...(known?.days.slice(0, -1) ?? []), { from: last.from, to: weekday }]
        : [...(known?.days ?? []), { from: weekday, to: weekday }];
    spans.set(key, { days, from, to, late: (known?.late ?? 0) + late });
  }
  return [...spans.values()].sort((a, b) => b.late - a.late);
}
