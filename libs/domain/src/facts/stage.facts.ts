import type { Configuration } from '../configuration/configuration.js';
import type { Deal, StageEntry, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { addInstants } from './changes.js';
import { type Credit } from './credit.js';
import { creditChanges, dealCreditAt, dealPipelineAt, dealProductAt, sameCredit } from './deal-credit.js';
import type { FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * Deals in stages. `entered`: the first entry of a stage, `at` it, for ever, credited then. As a stock, with rep and team
 * of the moment: `open`: the deal stands open in the stage (null: none); `won`, `lost`: it stands closed and is by now
 * somebody else's than at the close (while it is not, the close itself says so).
 */
export const stageFacts: FactMaker = (rows, state, configuration) => {
  for (const deal of state.deals) {
    for (const entry of deal.stages) if (isFirst(entry, deal)) addEntered(rows, state, configuration, deal, entry);
    addStanding(rows, state, configuration, deal);
  }
};

const isFirst = (entry: StageEntry, { stages }: Deal): boolean =>
  stages.find(({ stage, pipeline }) => stage === entry.stage && pipeline === entry.pipeline) === entry;

function addEntered(rows: FactRows, state: SubjectState, configuration: Configuration, deal: Deal, entry: StageEntry): void {
  const { at, pipeline, stage } = entry;
  const { rep, team } = dealCreditAt(state, configuration, deal, at);
  const changes: number[] = [];
  addInstants(changes, at, deal.products);
  rows.add({ from: at, until: null }, changes, (now) => {
    return { part: 'entered', item: deal.id, at, rep, team, pipeline, stage, product: dealProductAt(state, deal, now) };
  });
}

/** From when the deal is known: where it stands, cut wherever that, or who stands for it, changes. */
function addStanding(rows: FactRows, state: SubjectState, configuration: Configuration, deal: Deal): void {
  const changes = creditChanges(state, configuration, deal);
  for (const history of [deal.stages, deal.outcomes, deal.pipelines, deal.products]) addInstants(changes, deal.at, history);
  rows.add({ from: deal.at, until: null }, changes, (now) => {
    const close = heldAt(deal.outcomes, now);
    const isOpen = close === null || close.outcome === 'open';
    const credit = dealCreditAt(state, configuration, deal, now);
    if (!isOpen && isCreditOfClose(state, configuration, deal, close.at, credit)) return null;
    return {
      part: isOpen ? 'open' : close.outcome,
      item: deal.id,
      rep: credit.rep,
      team: credit.team,
      pipeline: dealPipelineAt(deal, now),
      stage: isOpen ? (heldAt(deal.stages, now)?.stage ?? null) : null,
      product: dealProductAt(state, deal, now),
    };
  });
}

const isCreditOfClose = (state: SubjectState, configuration: Configuration, deal: Deal, closedAt: number, credit: Credit): boolean =>
  sameCredit(credit, dealCreditAt(state, configuration, deal, closedAt));
