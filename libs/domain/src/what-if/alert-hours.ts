import { toWall } from '../calendar/zone.js';
import type { AlertBeside } from './compare-told.js';

/** How many alerts fell due in an hour of the day, 0 to 23, and would have. */
export interface AlertHour {
  readonly hour: number;
  readonly then: number;
  readonly replayed: number;
}

/** Counts alerts by the hour in which they fell due in a zone, both sides; hours without any are left out. */
export function alertHours(alerts: readonly AlertBeside[], zone: string): readonly AlertHour[] {
  const counts = new Map<number, { then: number; replayed: number }>();
  for (const alert of alerts)
    for (const side of ['then', 'replayed'] as const) {
      const due = alert[side]?.due;
      if (due === undefined) continue;
      const hour = new Date(toWall(zone, due)).getUTCHours();
      const count = counts.get(hour) ?? { then: 0, replayed: 0 };
      count[side] += 1;
      counts.set(hour, count);
    }
  return [...counts].toSorted(([a], [b]) => a - b).map(([hour, count]) => ({ hour, ...count }));
}
