import { toldIn } from '../alerts/audience.js';
import { compareUtf8 } from '../events/order.js';
import type { AlertBeside } from './compare-told.js';

/** How many alerts told somebody, and would have. */
export interface ToldBeside {
  /** a rep's id, `*` everybody, `team:ID` …; what an alert tells several of counts for each */
  readonly to: string;
  readonly then: number;
  readonly replayed: number;
}

/** Counts alerts by whom they tell, both sides. */
export function toldBeside(alerts: readonly AlertBeside[]): readonly ToldBeside[] {
  const counts = new Map<string, { then: number; replayed: number }>();
  for (const alert of alerts)
    for (const side of ['then', 'replayed'] as const)
      for (const to of toldIn(alert[side]?.to ?? nobody)) {
        if (to === nobody) continue;
        const count = counts.get(to) ?? { then: 0, replayed: 0 };
        count[side] += 1;
        counts.set(to, count);
      }
  return [...counts].toSorted(([a], [b]) => compareUtf8(a, b)).map(([to, count]) => ({ to, ...count }));
}

const nobody = '';
