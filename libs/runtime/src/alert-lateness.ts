import { histogram } from './metrics.js';

/** How late people were told: seconds from a deadline until its alert was raised, and until a page first said that it showed it. */
export const alertLateness = histogram(
  'leadclock_alert_lateness_seconds',
  'time from a deadline until its alert was raised, and until it was first shown',
  [0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
  ['stage'],
);
