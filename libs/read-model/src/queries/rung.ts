import type { NextRound } from '@leadclock/domain/alerts/next-round.js';
import { nextRoundSnoozed, type ToldRound } from '@leadclock/domain/alerts/next-round-snoozed.js';
import { quietUntil } from '@leadclock/domain/alerts/quiet-hours.js';
import { type StepSaid, stepSaid } from '@leadclock/domain/alerts/step-said.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { DueDeadline } from './deadlines.query.js';
import { policyOf } from './rounds-told.query.js';

/** A deadline that has come, with what its step says. */
export interface Rung extends StepSaid {
  readonly deadline: DueDeadline;
}

/** A deadline of the default policy, and one whose policy is not known here yet, tells the owner. */
export const rungOf = (deadline: DueDeadline, configuration: Configuration): Rung => ({
  deadline,
  ...stepSaid(deadline.policy === 'default' ? null : configuration, policyOf(deadline.policy), deadline.step),
});

/** When what falls due at an instant is told: then, or once it is quiet no longer. */
export const toldAt = ({ quiet, zone }: Rung, at: number): number => quietUntil(quiet, zone, at);

/** The round of a step that is to be told next after these, and when, and whether its step acts then; null: none is. A repeat only tells again. */
export function nextOf(rung: Rung, told: readonly ToldRound[]): (NextRound & { readonly acts: boolean }) | null {
  const first = toldAt(rung, rung.deadline.dueAt);
  const next = nextRoundSnoozed(told, first, rung.repeat);
  if (next === null) return null;
  const dueAt = toldAt(rung, next.dueAt);
  return { round: next.round, dueAt, acts: dueAt <= first };
}
