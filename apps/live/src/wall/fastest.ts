import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import type { FastestRep } from '@leadclock/live-protocol/protocol.js';

/** Fewer answers than this are luck. */
const leastAnswers = 3;
const shown = 5;

/** The reps with the lowest median first answer, at least three of them; equal medians share a rank. At most five. */
export function fastestReps(groups: readonly GroupAnswer[], nameOf: (rep: string) => string): FastestRep[] {
  const ranked = groups
    .flatMap(({ key, value, n }) =>
      typeof key['rep'] === 'string' && value !== null && n >= leastAnswers ? [{ rep: key['rep'], medianSeconds: value, answered: n }] : [],
    )
    .toSorted((a, b) => a.medianSeconds - b.medianSeconds || b.answered - a.answered || (a.rep < b.rep ? -1 : 1));
  return ranked.slice(0, shown).map((rep) => ({
    ...rep,
    rank: 1 + ranked.filter(({ medianSeconds }) => medianSeconds < rep.medianSeconds).length,
    rep: nameOf(rep.rep),
  }));
}
