import { elapsedAt } from '../lead/clocks.js';
import { ownerAt, teamAt } from '../lead/credit.js';
import { inside } from '../lead/spans.js';
import { addOnClocks } from './fact-clocks.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long the first contact with a lead took: `at` the arrival, true from the contact on, `item` its touchpoint, `value` milliseconds, `part`
 * on which clock (`addOnClocks`), credited to who made it.
 */
export const contactFacts: FactMaker = (rows, state, configuration, { judgements, contacts }) => {
  const at = state.arrivedAt;
  for (const span of contacts) {
    const { contact, from } = span;
    const rep = contact.touch.rep ?? ownerAt(state, from);
    const team = teamAt(state, configuration, rep, from);
    for (const judgement of judgements) {
      const elapsed = elapsedAt(judgement.clock, judgement.policy.calendar, contact.at);
      for (const piece of inside(judgement, [span]))
        addOnClocks(rows, piece, elapsed, (row) => {
          row.item = contact.touch.id;
          row.at = at;
          row.rep = rep;
          row.team = team;
        });
    }
  }
};
