import { type NextRound, nextRound, type Repeat, type RoundState, roundsOf } from './next-round.js';

/** A round that was told, in its order. Instants are epoch milliseconds. */
export interface ToldRound {
  readonly state: RoundState;
  readonly dueAt: number;
  /** until when somebody has put it off; null: nobody did */
  readonly snoozedUntil: number | null;
}

/**
 * As `nextRound`, of a step that may have been put off: until then it tells nobody, repeats neither, and at its end it tells again, once, if its reason
 * still stands, whether it repeats or not; its repeats go on from there. Being put off costs none of them, and gives none besides. What quiet hours have
 * moved the repeats after it follow at their distance.
 */
export function nextRoundSnoozed(told: readonly ToldRound[], dueAt: number, repeat: Repeat | null): NextRound | null {
  const next = byTheClock(told, dueAt, repeat);
  const last = told.findLast(({ state }) => state === 'open');
  if (next === null || repeat === null || last === undefined || last.snoozedUntil !== null) return next;
  return { ...next, dueAt: Math.max(next.dueAt, last.dueAt + repeat.everyMs) };
}

function byTheClock(told: readonly ToldRound[], dueAt: number, repeat: Repeat | null): NextRound | null {
  const states = told.map(({ state }) => state);
  const open = told.filter(({ state }) => state === 'open');
  const snoozes = open.flatMap(({ snoozedUntil }) => (snoozedUntil === null ? [] : [snoozedUntil]));
  if (snoozes.length === 0) return nextRound(states, dueAt, repeat);
  const round = told.length + 1;
  if (states.includes('resolved') || round > roundsOf(repeat)) return null;
  const until = Math.max(...snoozes);
  const since = open.filter((one) => one.dueAt >= until).length;
  if (since === 0) return { round, dueAt: until };
  const repeats = open.length - 1 - snoozes.length;
  return repeat === null || repeats >= repeat.most ? null : { round, dueAt: until + since * repeat.everyMs };
}
