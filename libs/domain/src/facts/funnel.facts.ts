import type { Configuration } from '../configuration/configuration.js';
import { earlier } from '../lead/first-meeting.js';
import type { SubjectState } from '../lead/lead-state.js';
import { firstAnswers, type LeadView } from '../lead/lead-view.js';
import { covers, type Span } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';
import { leadStages } from './lead-stages.js';
import { numbered, ownerAt, type Row, repChanges, rowsOf, teamAt } from './row.js';

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
export const funnelFacts: FactMaker = (state, configuration, view) => {
  const { arrivedAt } = state;
  if (arrivedAt === null) return [];
  const reached = stagesReached(state, view, arrivedAt);
  return numbered([
    ...reached.flatMap((stage) => entered(state, configuration, stage)),
    ...furthest(state, configuration, arrivedAt, reached),
  ]);
};

function stagesReached(state: SubjectState, view: LeadView, arrivedAt: number): readonly Reached[] {
  const meeting = earlier(view.booking, view.held);
  const qualified = state.qualifications[0];
  const forEver = (at: number): Span => ({ from: Math.max(at, arrivedAt), until: null });
  return [
    ...firstAnswers(view).map(({ from, until, answer }) => ({
      stage: 'answered',
      from,
      until,
      at: answer.at,
      rep: answer.touch.rep,
    })),
    ...view.contacts.map(({ from, until, contact }) => ({
      stage: 'contacted',
      from,
      until,
      at: contact.at,
      rep: contact.touch.rep,
    })),
    ...(meeting === null ? [] : [{ stage: 'meeting', at: meeting.at, rep: meeting.touch.rep, ...forEver(meeting.at) }]),
    ...(qualified === undefined ? [] : [{ stage: 'qualified', at: qualified.at, rep: qualified.rep, ...forEver(qualified.at) }]),
  ];
}

function entered(state: SubjectState, configuration: Configuration, reached: Reached): readonly Row[] {
  const { stage, at, from } = reached;
  const rep = reached.rep ?? ownerAt(state, from);
  const team = teamAt(state, configuration, rep, from);
  return rowsOf('funnel', state, reached, [], () => ({ part: 'entered', stage, at, rep, team }));
}

function furthest(state: SubjectState, configuration: Configuration, arrivedAt: number, reached: readonly Reached[]): readonly Row[] {
  const owners = new Set(state.owners.map(({ owner }) => owner));
  const changes = [
    ...reached.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ...state.owners.map(({ at }) => at),
    ...state.teams.map(({ at }) => at),
    ...[...owners].flatMap((rep) => repChanges(configuration, rep, arrivedAt, null)),
  ];
  return rowsOf('funnel', state, { from: arrivedAt, until: null }, changes, (now) => {
    const rep = ownerAt(state, now);
    const stage = leadStages.findLast((name) => reached.some((one) => one.stage === name && covers(one, now)));
    return { part: 'furthest', stage: stage ?? 'created', rep, team: teamAt(state, configuration, rep, now) };
  });
}
