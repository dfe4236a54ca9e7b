import type { Configuration } from '../configuration/configuration.js';
import type { Deal, DealOutcome, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { creditChanges, dealCreditAt, dealPipelineAt, dealProductAt, sameCredit } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';
import { numbered, type Row, rowsOf } from './row.js';

/**
 * One outcome of a deal that counts: `part` won or lost, `at` its first instant, until the deal is reopened or ends the
 * other way. `value` is the amount last named; rep and team are those of the close, whatever is revised later. `outcome`
 * is `handed_on` while the deal is somebody else's by now: then a row of kind `stage` says whose.
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
  const credit = dealCreditAt(state, configuration, deal, at);
  const pipeline = dealPipelineAt(deal, at);
  const changes = [...deal.amounts, ...deal.products].map((change) => change.at);
  return rowsOf('close', state, { from: at, until }, [...changes, ...creditChanges(state, configuration, deal)], (now) => {
    const amount = heldAt(deal.amounts, now);
    return {
      part: outcome,
      item: deal.id,
      at,
      ...credit,
      outcome: sameCredit(credit, dealCreditAt(state, configuration, deal, now)) ? null : 'handed_on',
      pipeline,
      product: dealProductAt(state, deal, now),
      value: amount?.amount ?? null,
      currency: amount?.currency ?? null,
    };
  });
}
