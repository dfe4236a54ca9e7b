import { addEdges } from '../lead/changes.js';
import { ownerAt, ownerCredit, teamAt } from '../lead/credit.js';
import { furthestAt } from '../lead/lead-stages.js';
import { spanAt } from '../lead/spans.js';
import type { BlankRow } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * How far leads with an arrival have come. `entered`: each stage reached after the first (the arrival is a fact of its own), `at`
 * that instant, credited then; a meeting is entered by its own row. `furthest`: the furthest of them as of each instant, a stock
 * with rep and team of the moment; while a lead has come no further than `created` and waits, its `wait` row says so.
 */
export const funnelFacts: FactMaker = (rows, state, configuration, { handed, reached, waiting }) => {
  const { arrivedAt } = state;
  if (arrivedAt === null) return;
  for (const entered of reached) {
    const { stage, at, from } = entered;
    if (stage === 'meeting') continue;
    const rep = entered.rep ?? ownerAt(state, from);
    const team = teamAt(state, configuration, rep, from);
    rows.add(entered, [], (row) => {
      row.part = 'entered';
      row.stage = stage;
      row.at = at;
      row.rep = rep;
      row.team = team;
    });
  }
  const changes = [...handed];
  addEdges(changes, arrivedAt, reached);
  addEdges(changes, arrivedAt, waiting);
  const write = (row: BlankRow, now: number): void => {
    const { rep, team } = ownerCredit(state, configuration, now);
    row.part = 'furthest';
    row.stage = furthestAt(reached, now);
    row.rep = rep;
    row.team = team;
  };
  const isToldByWait = (now: number): boolean => spanAt(waiting, now) !== null && furthestAt(reached, now) === 'created';
  rows.add({ from: arrivedAt, until: null }, changes, write, isToldByWait);
};
