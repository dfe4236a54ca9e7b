/** The edge of the tile "within target": blue at or above the goal, yellow within five points below, orange under that. */
export type GoalEdge = 'in' | 'soon' | 'late' | 'none';

const WITHIN = 0.05;
/** shares are divided whole numbers: a difference below this is the machine's rounding */
const EPSILON = 1e-9;

/** Which edge a share (0 to 1) has against the goal (0 to 1); no share, no verdict. */
export function goalEdge(share: number | null, goal: number): GoalEdge {
  if (share === null) return 'none';
  if (share >= goal - EPSILON) return 'in';
  return share >= goal - WITHIN - EPSILON ? 'soon' : 'late';
}

/** The share in whole points, rounded, but never up to a goal or to all when these are not reached: 94.6 % beside "goal 95 %" would read as met. */
export function shownShare(share: number, goal: number): number {
  const rounded = Math.round(share * 100) / 100;
  const flatters = (limit: number): boolean => rounded >= limit - EPSILON && share < limit - EPSILON;
  return flatters(goal) || flatters(1) ? Math.floor(share * 100 + EPSILON) / 100 : rounded;
}
