import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Fact } from './fact.js';

/** Makes the facts of one kind: a pure function of the subject and of the configuration. */
export type FactMaker = (state: SubjectState, configuration: Configuration) => readonly Fact[];

/** Every maker, one line each: a kind of fact is made in one place. */
const makers: readonly FactMaker[] = [];

/** All facts of a subject; `n` numbers the rows of a kind, in a fixed order. */
export function factsOf(state: SubjectState, configuration: Configuration): readonly Fact[] {
  return makers.flatMap((make) => make(state, configuration));
}
