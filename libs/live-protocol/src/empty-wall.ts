import type { WallState } from './protocol.js';

/** The share of leads answered in target that the wall holds up as the goal, until goals can be set. */
export const usualGoal = 0.95;
export const usualTargetSeconds = 300;

/** The wall before anything was heard. */
export const emptyWall = (): WallState => ({
  site: { name: '', zone: 'UTC', locale: 'en', targetSeconds: usualTargetSeconds, goal: usualGoal },
  lateCount: 0,
  waitingCount: 0,
  oldest: null,
  inTarget: { value: null, n: 0 },
  waiting: [],
  fastest: [],
  news: [],
  funnel: [],
  distribution: [],
  wins: [],
  alerts: [],
  demo: false,
  setup: { anyLead: false, source: null },
  pending: null,
});
