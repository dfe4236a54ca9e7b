import { furthestAt } from '../lead/lead-stages.js';
import { spanAt } from '../lead/spans.js';
import { addEdges } from './changes.js';
import { ownerAt, ownerChanges, ownerCredit, teamAt } from './credit.js';
import type { FactMaker } from './facts-of.js';

/**
 * How far leads with an arrival have come. `entered`: each stage reached after the first (the arrival is a fact of its own), `at`
 * that instant, credited then; a meeting is entered by its own row. `furthest`: the furthest of them as of each instant, a stock
 * with rep and team of the moment; while a lead has come no further than `created` and waits, its `wait` row says so.
 */
export const funnelFacts: FactMaker = (rows, state, configuration, { reached, waiting }) => {
  const { arrivedAt } = state;
  if (arrivedAt === null) return;
  for (const entered of reached) {
    const { stage, at, from } = entered;
    if (stage === 'meeting') continue;
    const rep = entered.rep ?? ownerAt(state, from);
    const team = teamAt(state, configuration, rep, from);
    rows.add(entered, [], () => ({ part: 'entered', stage, at, rep, team }));
  }
  const changes = ownerChanges(state, configuration, arrivedAt);
  addEdges(changes, arrivedAt, reached);
  addEdges(changes, arrivedAt, waiting);
  rows.add({ from: arrivedAt, until: null }, changes, (now) => {
    const stage = furthestAt(reached, now);
    if (stage === 'created' && spanAt(waiting, now) !== null) return null;
    const { rep, team } = ownerCredit(state, configuration, now);
    return { part: 'furthest', stage, rep, team };
  });
};
