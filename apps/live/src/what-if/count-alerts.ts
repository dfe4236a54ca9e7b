import type { ComparedAlert } from '@leadclock/domain/what-if/what-if.js';

/** How many alerts there were, would have been, and how they compare. */
export interface AlertCounts {
  readonly happened: number;
  readonly replayed: number;
  readonly same: number;
  /** would have told others */
  readonly others: number;
  readonly only_happened: number;
  readonly only_replayed: number;
  /** on one side only, or to others, which says nothing about the policy: within 2 s of what decides it, and while the product was away */
  readonly close: number;
  readonly down: number;
}

export function countsOf(alerts: readonly ComparedAlert[]): AlertCounts {
  const count = (takes: (alert: ComparedAlert) => boolean): number => alerts.reduce((sum, alert) => sum + Number(takes(alert)), 0);
  return {
    happened: count(({ then }) => then !== null),
    replayed: count(({ replayed }) => replayed !== null),
    same: count(({ is }) => is === 'same'),
    others: count(({ is, apart }) => is === 'others' && apart === null),
    only_happened: count(({ is, apart }) => is === 'then' && apart === null),
    only_replayed: count(({ is, apart }) => is === 'replayed' && apart === null),
    close: count(({ apart }) => apart === 'close'),
    down: count(({ apart }) => apart === 'down'),
  };
}
