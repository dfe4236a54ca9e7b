import type { Configuration } from '../configuration/configuration.js';
import type { Deal, StageEntry, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { creditChanges, dealCreditAt, dealPipelineAt, dealProductAt, sameCredit } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';
import { numbered, type Row, rowsOf } from './row.js';

/**
 * Deals in stages. `entered`: the first entry of a stage, `at` it, for ever, credited then. As a stock, with rep and team
 * of the moment: `open`: the deal stands open in the stage (null: none); `won`, `lost`: it stands closed and is by now
 * somebody else's than at the close (while it is not, the close itself says so).
 */
export const stageFacts: FactMaker = (state, configuration) =>
  numbered(
    state.deals.flatMap((deal) => [
      ...firstEntries(deal).flatMap((entry) => entered(state, configuration, deal, entry)),
      ...standing(state, configuration, deal),
    ]),
  );

function firstEntries({ stages }: Deal): readonly StageEntry[] {
  return stages.filter(
    (entry, index) => stages.findIndex((first) => first.stage === entry.stage && first.pipeline === entry.pipeline) === index,
  );
}

function entered(state: SubjectState, configuration: Configuration, deal: Deal, { at, pipeline, stage }: StageEntry): readonly Row[] {
  const credit = dealCreditAt(state, configuration, deal, at);
  const products = deal.products.map((change) => change.at);
  return rowsOf('stage', state, { from: at, until: null }, products, (now) => {
    return { part: 'entered', item: deal.id, at, ...credit, pipeline, stage, product: dealProductAt(state, deal, now) };
  });
}

/** From when the deal is known: where it stands, cut wherever that, or who stands for it, changes. */
function standing(state: SubjectState, configuration: Configuration, deal: Deal): readonly Row[] {
  const histories = [deal.stages, deal.outcomes, deal.pipelines, deal.products];
  const changes = [...histories.flatMap((history) => history.map(({ at }) => at)), ...creditChanges(state, configuration, deal)];
  return rowsOf('stage', state, { from: deal.at, until: null }, changes, (now) => {
    const outcome = heldAt(deal.outcomes, now)?.outcome ?? 'open';
    return {
      part: outcome,
      item: deal.id,
      ...dealCreditAt(state, configuration, deal, now),
      pipeline: dealPipelineAt(deal, now),
      stage: outcome === 'open' ? (heldAt(deal.stages, now)?.stage ?? null) : null,
      product: dealProductAt(state, deal, now),
    };
  }).filter((row) => row.part === 'open' || !isCreditOfClose(state, configuration, deal, row));
}

function isCreditOfClose(state: SubjectState, configuration: Configuration, deal: Deal, row: Row): boolean {
  const close = heldAt(deal.outcomes, row.from);
  return close !== null && sameCredit(row, dealCreditAt(state, configuration, deal, close.at));
}
