import type { Configuration } from '../configuration/configuration.js';
import type { AnswerSpan } from '../lead/answers.js';
import type { SubjectState } from '../lead/lead-state.js';
import { type Credit, ownerAt, teamAt } from './row.js';

/** An answer is the touchpoint's rep's, else the owner's at the instant from which it is the first one. */
export function creditOf(state: SubjectState, configuration: Configuration, { answer, from }: AnswerSpan): Credit {
  const rep = answer.touch.rep ?? ownerAt(state, from);
  return { rep, team: teamAt(state, configuration, rep, from) };
}

/** What is the owner's at an instant: a breach, a wait. */
export function ownerCredit(state: SubjectState, configuration: Configuration, at: number): Credit {
  const rep = ownerAt(state, at);
  return { rep, team: teamAt(state, configuration, rep, at) };
}
