import { addEdges, addInstants } from '../lead/changes.js';
import { dealPipelineAt } from '../lead/deal-stages.js';
import { heldAt } from '../lead/naming.js';
import { spanAt } from '../lead/spans.js';
import { dealCreditAt } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long a deal took that is won: `at` the win, while it counts, credited then. `since`: the lead's arrival, `due`: its first contact,
 * `value`: milliseconds from the deal's opening to the win; each null while there is none, and negative where it came after the win.
 */
export const cycleFacts: FactMaker = (rows, state, configuration, { contacts }) => {
  const { arrivedAt } = state;
  for (const deal of state.deals) {
    for (const [index, { at, outcome }] of deal.outcomes.entries()) {
      if (outcome !== 'won') continue;
      const { rep, team } = dealCreditAt(state, configuration, deal, at);
      const pipeline = dealPipelineAt(deal, at);
      const changes: number[] = [];
      for (const instant of [arrivedAt, deal.openedAt]) if (instant !== null) changes.push(instant);
      addEdges(changes, at, contacts);
      addInstants(changes, at, deal.products);
      rows.add({ from: at, until: deal.outcomes[index + 1]?.at ?? null }, changes, (row, now) => {
        row.item = deal.id;
        row.at = at;
        row.since = arrivedAt !== null && arrivedAt <= now ? arrivedAt : null;
        row.due = spanAt(contacts, now)?.contact.at ?? null;
        row.value = deal.openedAt !== null && deal.openedAt <= now ? at - deal.openedAt : null;
        row.rep = rep;
        row.team = team;
        row.pipeline = pipeline;
        row.product = heldAt(deal.products, now)?.value ?? row.product;
      });
    }
  }
};
