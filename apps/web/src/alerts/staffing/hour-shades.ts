import type { HourCell } from './hour-map.js';

/** The fifth of the largest that a number lies in, 1 to 5; nothing is 0. */
export function shadeOfCount(count: number, largest: number): HourCell['shade'] {
  if (count <= 0) return 0;
  return ([1, 2, 3, 4, 5] as const).find((shade) => count * 5 <= largest * shade) ?? 5;
}

const edges = [0.8, 0.85, 0.9, 0.95] as const;

/** As on the manager's page: 80, 85, 90 and 95 % begin a shade. */
export function shadeOfShare(share: number): HourCell['shade'] {
  return ([1, 2, 3, 4, 5] as const)[edges.filter((edge) => share >= edge).length] ?? 5;
}
