import type { Configuration } from '../configuration/configuration.js';
import { earlier } from '../lead/first-meeting.js';
import type { SubjectState } from '../lead/lead-state.js';
import { firstAnswers, type LeadView } from '../lead/lead-view.js';
import { covers, type Span } from '../lead/spans.js';
import { ownerAt, ownerChanges, ownerCredit, teamAt } from './credit.js';
import type { FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/** While a lead has reached a stage: when it did, and by whom (null: by whoever owned it). */
interface Reached extends Span {
  readonly stage: string;
  readonly at: number;
  readonly rep: string | null;
}

/**
 * How far leads with an arrival have come. `entered`: each stage reached after
 * the first (the arrival is a fact of its own), `at` that instant, credited then; `furthest`:
 * the furthest of them as of each instant, a stock with rep and team of the moment.
 */
export const funnelFacts: FactMaker = (rows, state, configuration, view) => {
  const { arrivedAt } = state;
  if (arrivedAt === null) return;
  const reached = stagesReached(state, view, arrivedAt);
  for (const stage of reached) addEntered(rows, state, configuration, stage);
  addFurthest(rows, state, configuration, arrivedAt, reached);
};

/** In the order of the stages (`leadStages`). */
function stagesReached(state: SubjectState, view: LeadView, arrivedAt: number): readonly Reached[] {
  const reached: Reached[] = [];
  for (const { from, until, answer } of firstAnswers(view))
    reached.push({ stage: 'answered', from, until, at: answer.at, rep: answer.touch.rep });
  for (const { from, until, contact } of view.contacts)
    reached.push({ stage: 'contacted', from, until, at: contact.at, rep: contact.touch.rep });
  const addForEver = (stage: string, at: number, rep: string | null): void => {
    reached.push({ stage, from: Math.max(at, arrivedAt), until: null, at, rep });
  };
  const meeting = earlier(view.booking, view.held);
  if (meeting !== null) addForEver('meeting', meeting.at, meeting.touch.rep);
  const qualified = state.qualifications[0];
  if (qualified !== undefined) addForEver('qualified', qualified.at, qualified.rep);
  return reached;
}

function addEntered(rows: FactRows, state: SubjectState, configuration: Configuration, reached: Reached): void {
  const { stage, at, from } = reached;
  const rep = reached.rep ?? ownerAt(state, from);
  const team = teamAt(state, configuration, rep, from);
  rows.add(reached, [], () => ({ part: 'entered', stage, at, rep, team }));
}

function addFurthest(
  rows: FactRows,
  state: SubjectState,
  configuration: Configuration,
  arrivedAt: number,
  reached: readonly Reached[],
): void {
  const changes = ownerChanges(state, configuration, arrivedAt);
  for (const { from, until } of reached) {
    changes.push(from);
    if (until !== null) changes.push(until);
  }
  rows.add({ from: arrivedAt, until: null }, changes, (now) => {
    const { rep, team } = ownerCredit(state, configuration, now);
    const stage = reached.findLast((one) => covers(one, now))?.stage ?? 'created';
    return { part: 'furthest', stage, rep, team };
  });
}
