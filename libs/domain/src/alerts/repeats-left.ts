import { type NextRound, type Repeat, roundsOf } from './next-round.js';
import { nextRoundSnoozed, type ToldRound } from './next-round-snoozed.js';

/** How a step goes on after the round that is told next, if its reason stands and nobody puts it off; null: not at all. */
export function repeatsLeft(told: readonly ToldRound[], { dueAt: nextAt }: NextRound, dueAt: number, repeat: Repeat | null): Repeat | null {
  if (repeat === null) return null;
  const rounds = [...told, stands(nextAt)];
  const before = rounds.length;
  for (let left = roundsOf(repeat); left > 0; left--) {
    const next = nextRoundSnoozed(rounds, dueAt, repeat);
    if (next === null) break;
    rounds.push(stands(next.dueAt));
  }
  const most = rounds.length - before;
  return most === 0 ? null : { everyMs: repeat.everyMs, most };
}

const stands = (dueAt: number): ToldRound => ({ state: 'open', dueAt, snoozedUntil: null });
