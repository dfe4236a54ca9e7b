import { ownerCredit } from '../lead/credit.js';
import type { FactMaker } from './facts-of.js';

/**
 * Alerts that were raised: `at` and `due` the deadline that it told of, `value` how long after it the alert was raised, in milliseconds;
 * `since` when it was first shown (null: not yet, as far as is known then), `part` the step of the policy, `item` the alert. The rep is the
 * lead's owner when it was raised, as of a breach. What was raised counts also when it was retracted later.
 */
export const alertFacts: FactMaker = (rows, state, configuration) => {
  for (const { alert, step, raised, shown } of state.alerts) {
    if (raised === null) continue;
    const credit = ownerCredit(state, configuration, raised.at);
    rows.add({ from: raised.at, until: null }, shown === null ? [] : [shown.at], (row, now) => {
      row.part = step;
      row.item = alert;
      row.at = raised.due;
      row.due = raised.due;
      row.value = raised.raisedAt - raised.due;
      row.since = shown !== null && shown.at <= now ? shown.shownAt : null;
      row.rep = credit.rep;
      row.team = credit.team;
    });
  }
};
