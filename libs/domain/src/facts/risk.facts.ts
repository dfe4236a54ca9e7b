import { addInstants } from '../lead/changes.js';
import { dealPipelineAt } from '../lead/deal-stages.js';
import { heldAt } from '../lead/naming.js';
import { quietSpans } from '../lead/quiet.js';
import { creditChanges, dealCreditAt } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';

/** An open deal with which nothing has happened for 14 × 24 h, a stock from that instant until something does, with rep and team of the moment. */
export const riskFacts: FactMaker = (rows, state, configuration, view) => {
  for (const deal of state.deals) {
    for (const span of quietSpans(state, deal)) {
      const changes = creditChanges(view, configuration, deal);
      for (const history of [deal.pipelines, deal.products]) addInstants(changes, deal.at, history);
      rows.add(span, changes, (row, now) => {
        const { rep, team } = dealCreditAt(state, configuration, deal, now);
        row.item = deal.id;
        row.rep = rep;
        row.team = team;
        row.pipeline = dealPipelineAt(deal, now);
        row.stage = heldAt(deal.stages, now)?.stage ?? null;
        row.product = heldAt(deal.products, now)?.value ?? row.product;
      });
    }
  }
};
