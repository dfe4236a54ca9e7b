import { isSmall } from './interval.js';
import type { Unit } from './kpi.js';

/** A group of an answer, as far as it says how much stands behind its value. */
export interface Founded {
  readonly n: number;
  readonly small?: unknown;
  readonly median?: unknown;
}

/** Shares, points and distributions say more of chance than of a rep when few cases stand behind them: as the group says itself, else below ten. */
export function isTooFew({ n, small, median }: Founded, unit: Unit): boolean {
  if (typeof small === 'boolean') return small;
  return isSmall(n) && (unit === 'ratio' || unit === 'points' || median !== undefined);
}
