import { addInstants } from '../lead/changes.js';
import { heldAt } from '../lead/naming.js';
import { stageStays } from '../lead/stage-visits.js';
import { dealCreditAt } from './deal-credit.js';
import type { FactMaker } from './facts-of.js';

/**
 * A stage that a deal has left for the last time, as of then: `at` that leaving, credited then, until the deal comes back to it. `value`:
 * milliseconds, the sum of its visits. While the deal is in the stage the row of its entry says so.
 */
export const visitFacts: FactMaker = (rows, state, configuration) => {
  for (const deal of state.deals) {
    for (const { pipeline, stage, at, until, length } of stageStays(deal)) {
      const { rep, team } = dealCreditAt(state, configuration, deal, at);
      const changes: number[] = [];
      addInstants(changes, at, deal.products);
      rows.add({ from: at, until }, changes, (row, now) => {
        row.item = deal.id;
        row.at = at;
        row.value = length;
        row.rep = rep;
        row.team = team;
        row.pipeline = pipeline;
        row.stage = stage;
        row.product = heldAt(deal.products, now)?.value ?? row.product;
      });
    }
  }
};
