import type { Configuration } from '../configuration/configuration.js';
import type { Deal, StageEntry, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { dealPipelineAt, dealProductAt, dealRepAt } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';
import { numbered, ownerAt, type Row, repChanges, rowsOf, teamAt } from './row.js';

/**
 * Deals in stages. `entered`: the first entry of a stage, `at` it, for ever, credited then. As a stock, with rep and team
 * of the moment: `open`: the deal stands open in the stage (null: none); `won`, `lost`: it stands closed.
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
  const rep = dealRepAt(state, deal, at);
  const team = teamAt(state, configuration, rep, at);
  const products = deal.products.map((change) => change.at);
  return rowsOf('stage', state, { from: at, until: null }, products, (now) => {
    return { part: 'entered', item: deal.id, at, rep, team, pipeline, stage, product: dealProductAt(state, deal, now) };
  });
}

/** From when the deal is known: where it stands, cut wherever that, or who stands for it, changes. */
function standing(state: SubjectState, configuration: Configuration, deal: Deal): readonly Row[] {
  const histories = [deal.stages, deal.outcomes, deal.pipelines, deal.products, deal.reps, state.owners, state.teams];
  const reps = new Set([...deal.reps.map(({ value }) => value), ...state.owners.map(({ owner }) => owner), ownerAt(state, deal.at)]);
  const changes = [
    ...histories.flatMap((history) => history.map(({ at }) => at)),
    ...[...reps].flatMap((rep) => repChanges(configuration, rep, deal.at, null)),
  ];
  return rowsOf('stage', state, { from: deal.at, until: null }, changes, (now) => {
    const outcome = heldAt(deal.outcomes, now)?.outcome ?? 'open';
    const rep = dealRepAt(state, deal, now);
    return {
      part: outcome,
      item: deal.id,
      rep,
      team: teamAt(state, configuration, rep, now),
      pipeline: dealPipelineAt(deal, now),
      stage: outcome === 'open' ? (heldAt(deal.stages, now)?.stage ?? null) : null,
      product: dealProductAt(state, deal, now),
    };
  });
}
