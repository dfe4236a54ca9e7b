import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from '../lead/lead-state.js';
import { type LeadView, viewOf } from '../lead/lead-view.js';
import { arrivalFacts } from './arrival.facts.js';
import { closeFacts } from './close.facts.js';
import type { Fact } from './fact.js';
import { funnelFacts } from './funnel.facts.js';
import { meetingFacts } from './meeting.facts.js';
import { rateFacts } from './rate.facts.js';
import { responseFacts } from './response.facts.js';
import { stageFacts } from './stage.facts.js';
import { targetFacts } from './target.facts.js';
import { touchFacts } from './touch.facts.js';
import { waitFacts } from './wait.facts.js';

/** Makes the facts of one kind: a pure function of the subject and of the configuration. `view` is what both come to, worked out once. */
export type FactMaker = (state: SubjectState, configuration: Configuration, view: LeadView) => readonly Fact[];

/** Every maker, one line each: a kind of fact is made in one place. */
const makers: readonly FactMaker[] = [
  arrivalFacts,
  responseFacts,
  targetFacts,
  waitFacts,
  meetingFacts,
  touchFacts,
  funnelFacts,
  stageFacts,
  closeFacts,
  rateFacts,
];

/** All facts of a subject; `n` numbers the rows of a kind, in a fixed order. Who has the view already hands it in. */
export function factsOf(state: SubjectState, configuration: Configuration, view: LeadView = viewOf(state, configuration)): readonly Fact[] {
  const facts: Fact[] = [];
  for (const make of makers) for (const fact of make(state, configuration, view)) facts.push(fact);
  return facts;
}
