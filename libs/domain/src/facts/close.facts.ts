import type { Configuration } from '../configuration/configuration.js';
import type { Deal, DealOutcome, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { dealPipelineAt, dealProductAt, dealRepAt } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';
import { numbered, type Row, rowsOf, teamAt } from './row.js';

/**
 * One outcome of a deal that counts: `part` won or lost, `at` its first instant, until the deal is reopened or ends the
 * other way. `value` is the amount last named; rep and team are those of the close, whatever is revised later.
 */
export const closeFacts: FactMaker = (state, configuration) =>
  numbered(
    state.deals.flatMap((deal) =>
      deal.outcomes.flatMap((outcome, index) => {
        if (outcome.outcome === 'open') return [];
        return closed(state, configuration, deal, outcome, deal.outcomes[index + 1]?.at ?? null);
      }),
    ),
  );

function closed(
  state: SubjectState,
  configuration: Configuration,
  deal: Deal,
  { at, outcome }: DealOutcome,
  until: number | null,
): readonly Row[] {
  const rep = dealRepAt(state, deal, at);
  const team = teamAt(state, configuration, rep, at);
  const pipeline = dealPipelineAt(deal, at);
  const changes = [...deal.amounts, ...deal.products].map((change) => change.at);
  return rowsOf('close', state, { from: at, until }, changes, (now) => {
    const amount = heldAt(deal.amounts, now);
    const product = dealProductAt(state, deal, now);
    const value = amount?.amount ?? null;
    return { part: outcome, item: deal.id, at, rep, team, pipeline, product, value, currency: amount?.currency ?? null };
  });
}
