import type { AnswerGroup } from '@leadclock/live-protocol/board-state.js';
import { apartIn, isSmall, type RankedGroup } from '../kpis/group-order.js';

/** The groups of a leaderboard with the places that the server gave them, in its order; who shares one is told so. */
export function placed(groups: readonly AnswerGroup[]): readonly RankedGroup[] {
  const sharing = new Map<number, number>();
  for (const { rank } of groups) if (typeof rank === 'number') sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  const isApart = apartIn(groups);
  return groups.map((group) => {
    const rank = group.rank ?? null;
    return {
      group,
      small: rank === null || isSmall(group),
      apart: isApart(group),
      rank,
      tied: rank !== null && (sharing.get(rank) ?? 0) > 1,
    };
  });
}
