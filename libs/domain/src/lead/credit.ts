import type { Configuration } from '../configuration/configuration.js';
import { changesBetween, inForce, versionsOf } from '../configuration/in-force.js';
import type { AnswerSpan } from './answers.js';
import { addInstants } from './changes.js';
import type { SubjectState } from './lead-state.js';
import { heldAt } from './naming.js';

/** Whose a row is. */
export interface Credit {
  readonly rep: string | null;
  readonly team: string | null;
}

export const ownerAt = (state: SubjectState, at: number): string | null => heldAt(state.owners, at)?.owner ?? null;

/** The team that the lead's events named last, else that of the credited rep, both at an instant. */
export function teamAt(state: SubjectState, configuration: Configuration, rep: string | null, at: number): string | null {
  const named = heldAt(state.teams, at);
  if (named !== null) return named.team;
  return rep === null ? null : (inForce(versionsOf(configuration.reps, rep), at)?.team ?? null);
}

/** What is the owner's at an instant: a breach, a wait. */
export function ownerCredit(state: SubjectState, configuration: Configuration, at: number): Credit {
  const rep = ownerAt(state, at);
  return { rep, team: teamAt(state, configuration, rep, at) };
}

/** An answer is the touchpoint's rep's, else the owner's at the instant from which it is the first one. */
export function answerCredit(state: SubjectState, configuration: Configuration, { answer, from }: AnswerSpan): Credit {
  const rep = answer.touch.rep ?? ownerAt(state, from);
  return { rep, team: teamAt(state, configuration, rep, from) };
}

/** The instants in (from, until) at which the credited rep's team can change without an event of the lead. */
export const repChanges = (configuration: Configuration, rep: string | null, from: number, until: number | null): readonly number[] =>
  rep === null ? [] : changesBetween(versionsOf(configuration.reps, rep), from, until ?? Number.POSITIVE_INFINITY);

/**
 * The instants at which what is the owner's may become somebody else's: the owner changes, the named team, or, while the events name
 * none, the team of an owner.
 */
export function ownerChanges({ owners, teams }: SubjectState, configuration: Configuration): readonly number[] {
  const changes: number[] = [];
  addInstants(changes, Number.NEGATIVE_INFINITY, owners);
  addInstants(changes, Number.NEGATIVE_INFINITY, teams);
  const teamNamedAt = teams[0]?.at ?? Number.POSITIVE_INFINITY;
  for (const [i, { owner, at }] of owners.entries()) {
    if (at >= teamNamedAt) break;
    const until = Math.min(owners[i + 1]?.at ?? Number.POSITIVE_INFINITY, teamNamedAt);
    for (const change of repChanges(configuration, owner, at, until)) changes.push(change);
  }
  return changes;
}
