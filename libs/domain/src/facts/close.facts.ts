import type { Configuration } from '../configuration/configuration.js';
import { addInstants } from '../lead/changes.js';
import { dealPipelineAt } from '../lead/deal-stages.js';
import type { Deal, DealOutcome, SubjectState } from '../lead/lead-state.js';
import type { LeadView } from '../lead/lead-view.js';
import { heldAt } from '../lead/naming.js';
import { creditChanges, dealCreditAt, sameCredit } from './deal-credit.js';
import type { FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * One outcome of a deal that counts: `part` won or lost, `at` its first instant, until the deal is reopened or ends the
 * other way. `value` is the amount last named; rep and team are those of the close, whatever is revised later. `outcome`
 * is `handed_on` while the deal is somebody else's by now: then a row of kind `stage` says whose.
 */
export const closeFacts: FactMaker = (rows, state, configuration, view) => {
  for (const deal of state.deals) {
    for (const [index, outcome] of deal.outcomes.entries()) {
      if (outcome.outcome !== 'open') addClose(rows, state, configuration, view, deal, outcome, deal.outcomes[index + 1]?.at ?? null);
    }
  }
};

function addClose(
  rows: FactRows,
  state: SubjectState,
  configuration: Configuration,
  view: LeadView,
  deal: Deal,
  { at, outcome: part }: DealOutcome,
  until: number | null,
): void {
  const credit = dealCreditAt(state, configuration, deal, at);
  const pipeline = dealPipelineAt(deal, at);
  const changes = creditChanges(view, configuration, deal);
  addInstants(changes, at, deal.amounts);
  addInstants(changes, at, deal.products);
  rows.add({ from: at, until }, changes, (row, now) => {
    const amount = heldAt(deal.amounts, now);
    row.part = part;
    row.item = deal.id;
    row.at = at;
    row.rep = credit.rep;
    row.team = credit.team;
    row.outcome = sameCredit(credit, dealCreditAt(state, configuration, deal, now)) ? null : 'handed_on';
    row.pipeline = pipeline;
    row.product = heldAt(deal.products, now)?.value ?? row.product;
    row.value = amount?.amount ?? null;
    row.currency = amount?.currency ?? null;
  });
}
