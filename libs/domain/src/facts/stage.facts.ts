import type { Configuration } from '../configuration/configuration.js';
import { addInstants } from '../lead/changes.js';
import { dealPipelineAt } from '../lead/deal-stages.js';
import type { Deal, StageEntry, SubjectState } from '../lead/lead-state.js';
import type { LeadView } from '../lead/lead-view.js';
import { heldAt } from '../lead/naming.js';
import { creditChanges, dealCreditAt, sameCredit } from './deal-credit.js';
import type { BlankRow, FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * Deals in stages. `entered`: the first entry of a stage, `at` it, for ever, credited then. As a stock, with rep and team
 * of the moment: `open`: the deal stands open in the stage (null: none); `won`, `lost`: it stands closed and is by now
 * somebody else's than at the close (while it is not, the close itself says so).
 */
export const stageFacts: FactMaker = (rows, state, configuration, view) => {
  for (const deal of state.deals) {
    for (const entry of deal.stages) if (isFirst(entry, deal)) addEntered(rows, state, configuration, deal, entry);
    addStanding(rows, state, configuration, view, deal);
  }
};

const isFirst = (entry: StageEntry, { stages }: Deal): boolean =>
  stages.find(({ stage, pipeline }) => stage === entry.stage && pipeline === entry.pipeline) === entry;

function addEntered(rows: FactRows, state: SubjectState, configuration: Configuration, deal: Deal, entry: StageEntry): void {
  const { at, pipeline, stage } = entry;
  const { rep, team } = dealCreditAt(state, configuration, deal, at);
  const changes: number[] = [];
  addInstants(changes, at, deal.products);
  rows.add({ from: at, until: null }, changes, (row, now) => {
    row.part = 'entered';
    row.item = deal.id;
    row.at = at;
    row.rep = rep;
    row.team = team;
    row.pipeline = pipeline;
    row.stage = stage;
    row.product = heldAt(deal.products, now)?.value ?? row.product;
  });
}

/** From when the deal is known: where it stands, cut wherever that, or who stands for it, changes. */
function addStanding(rows: FactRows, state: SubjectState, configuration: Configuration, view: LeadView, deal: Deal): void {
  const changes = creditChanges(view, configuration, deal);
  for (const history of [deal.stages, deal.outcomes, deal.pipelines, deal.products]) addInstants(changes, deal.at, history);
  const write = (row: BlankRow, now: number): void => {
    const credit = dealCreditAt(state, configuration, deal, now);
    row.part = heldAt(deal.outcomes, now)?.outcome ?? 'open';
    row.item = deal.id;
    row.rep = credit.rep;
    row.team = credit.team;
    row.pipeline = dealPipelineAt(deal, now);
    row.stage = row.part === 'open' ? (heldAt(deal.stages, now)?.stage ?? null) : null;
    row.product = heldAt(deal.products, now)?.value ?? row.product;
  };
  rows.add({ from: deal.at, until: null }, changes, write, (now) => isCreditOfClose(state, configuration, deal, now));
}

/** Whether a deal is closed and still its closer's. */
function isCreditOfClose(state: SubjectState, configuration: Configuration, deal: Deal, now: number): boolean {
  const close = heldAt(deal.outcomes, now);
  if (close === null || close.outcome === 'open') return false;
  return sameCredit(dealCreditAt(state, configuration, deal, now), dealCreditAt(state, configuration, deal, close.at));
}
