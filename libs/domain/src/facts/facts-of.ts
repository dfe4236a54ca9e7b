import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from '../lead/lead-state.js';
import { type LeadView, viewOf } from '../lead/lead-view.js';
import { alertFacts } from './alert.facts.js';
import { arrivalFacts } from './arrival.facts.js';
import { assignFacts } from './assign.facts.js';
import { closeFacts } from './close.facts.js';
import { contactFacts } from './contact.facts.js';
import { cycleFacts } from './cycle.facts.js';
import { type Fact, type FactKind, factKinds } from './fact.js';
import { FactRows } from './fact-rows.js';
import { forecastFacts } from './forecast.facts.js';
import { funnelFacts } from './funnel.facts.js';
import { goalFacts } from './goal.facts.js';
import { handlingFacts } from './handling.facts.js';
import { meetingFacts } from './meeting.facts.js';
import { rateFacts } from './rate.facts.js';
import { responseFacts } from './response.facts.js';
import { riskFacts } from './risk.facts.js';
import { spendFacts } from './spend.facts.js';
import { stageFacts } from './stage.facts.js';
import { subscriptionFacts } from './subscription.facts.js';
import { surveyFacts } from './survey.facts.js';
import { targetFacts } from './target.facts.js';
import { touchFacts } from './touch.facts.js';
import { visitFacts } from './visit.facts.js';
import { waitFacts } from './wait.facts.js';

/**
 * Adds the facts of one kind to rows: they are a pure function of the subject and of the configuration. `view` is what both come to,
 * worked out once.
 */
export type FactMaker = (rows: FactRows, state: SubjectState, configuration: Configuration, view: LeadView) => void;

/** A kind of fact is made in one place. */
const makers: Readonly<Record<FactKind, FactMaker>> = {
  arrival: arrivalFacts,
  assign: assignFacts,
  response: responseFacts,
  handling: handlingFacts,
  contact: contactFacts,
  target: targetFacts,
  wait: waitFacts,
  meeting: meetingFacts,
  touch: touchFacts,
  funnel: funnelFacts,
  stage: stageFacts,
  visit: visitFacts,
  risk: riskFacts,
  close: closeFacts,
  cycle: cycleFacts,
  alert: alertFacts,
  rate: rateFacts,
  spend: spendFacts,
  subscription: subscriptionFacts,
  survey: surveyFacts,
  goal: goalFacts,
  forecast: forecastFacts,
};

/** All facts of a subject; `n` numbers the rows of a kind, in a fixed order. Who has the view already hands it in. */
export function factsOf(state: SubjectState, configuration: Configuration, view: LeadView = viewOf(state, configuration)): readonly Fact[] {
  const rows = new FactRows(state);
  for (const kind of factKinds) {
    rows.turnTo(kind);
    makers[kind](rows, state, configuration, view);
  }
  return rows.finished();
}
