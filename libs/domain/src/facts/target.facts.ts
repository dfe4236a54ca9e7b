import { answerCredit, ownerCredit } from '../lead/credit.js';
import { inside } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';

/**
 * Whether the lead was answered by its deadline, on the working clock: `at` the arrival, `part` `met` (from the answer on, its
 * credit, `item` its touchpoint) or `breached` (from the deadline `due` on, the owner's then). A row that was met names no
 * deadline: a later pause would still have moved it. While it is neither the lead's `arrival` row says why.
 */
export const targetFacts: FactMaker = (rows, state, configuration, { judgements }) => {
  const at = state.arrivedAt;
  for (const judgement of judgements) {
    const due = judgement.clock.dueAt;
    for (const verdict of judgement.verdicts) {
      const { says, answered } = verdict;
      if (says !== 'met' && says !== 'breached') continue;
      for (const piece of inside(judgement, [verdict])) {
        const credit =
          answered === null
            ? ownerCredit(state, configuration, Math.max(verdict.from, due ?? verdict.from))
            : answerCredit(state, configuration, answered);
        rows.add(piece, [], (row) => {
          row.part = says;
          row.at = at;
          if (answered === null) row.due = due;
          else row.item = answered.answer.touch.id;
          row.rep = credit.rep;
          row.team = credit.team;
        });
      }
    }
  }
};
