/** The edge of the tile "within target": blue at or above the goal, yellow within five points below, orange under that. */
export type GoalEdge = 'in' | 'soon' | 'late' | 'none';

/** Fewer leads than this say too little for a verdict or a place in a ranking: their share is grey. */
const FEW = 10;
export const isFew = (n: number): boolean => n < FEW;

const WITHIN = 0.05;
/** shares are divided whole numbers: a difference below this is the machine's rounding */
const EPSILON = 1e-9;

/** Which edge a share (0 to 1) of n leads has against the goal (0 to 1); no share, or one of too few: no verdict. */
export function goalEdge(share: number | null, n: number, goal: number): GoalEdge {
  if (share === null || isFew(n)) return 'none';
  if (share >= goal - EPSILON) return 'in';
  return share >= goal - WITHIN - EPSILON ? 'soon' : 'late';
}

/** The share in whole points, rounded, but never up to a goal or to all when these are not reached: 94.6 % beside "goal 95 %" would read as met. */
export function shownShare(share: number, goal: number): number {
  const rounded = Math.round(share * 100) / 100;
  const flatters = (limit: number): boolean => rounded >= limit - EPSILON && share < limit - EPSILON;
  return flatters(goal) || flatters(1) ? Math.floor(share * 100 + EPSILON) / 100 : rounded;
}
