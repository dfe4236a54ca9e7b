/** How a round stands that was raised. */
export type RoundState = 'open' | 'resolved' | 'retracted';

/** A step's repeat: after so many milliseconds, at most so many times. */
export interface Repeat {
  readonly everyMs: number;
  readonly most: number;
}

/** A round that is still to come. */
export interface NextRound {
  readonly round: number;
  /** epoch ms */
  readonly dueAt: number;
}

/** More rounds than this, besides a step's repeats, nobody is told of: something takes the alert back again and again. */
const mostTakenBack = 16;

/** How many rounds a step can come to. */
export const roundsOf = (repeat: Repeat | null): number => mostTakenBack + (repeat?.most ?? 0);

/**
 * Which round of a deadline that stands is to be told next, and when: the first, one in the place of a round that was taken back, or the step's
 * repeat. null: none. A round that was resolved was right and is over: what makes the lead wait again calls nobody a second time.
 */
export function nextRound(told: readonly RoundState[], dueAt: number, repeat: Repeat | null): NextRound | null {
  const round = told.length + 1;
  if (told.includes('resolved') || round > roundsOf(repeat)) return null;
  const stand = told.filter((state) => state === 'open').length;
  if (stand === 0) return { round, dueAt };
  return repeat === null || stand > repeat.most ? null : { round, dueAt: dueAt + stand * repeat.everyMs };
}
