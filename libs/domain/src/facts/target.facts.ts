import { inside } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';
import { creditOf, ownerCredit } from './response-credit.js';
import { numbered, type Row, rowsOf } from './row.js';

/**
 * Whether the lead was answered by its deadline, on the working clock: `at` the arrival, `part` `met` (from the answer on, its
 * credit, `item` its touchpoint) or `breached` (from the deadline `due` on, the owner's then). A row that was met names no
 * deadline: a later pause would still have moved it. While it is neither the lead's `arrival` row says why.
 */
export const targetFacts: FactMaker = (state, configuration, { judgements }) => {
  const at = state.arrivedAt;
  const rows: Row[] = [];
  for (const judgement of judgements) {
    const due = judgement.clock.dueAt;
    for (const { from, until, says, answered } of judgement.verdicts) {
      if (says !== 'met' && says !== 'breached') continue;
      const credit =
        answered === null ? ownerCredit(state, configuration, Math.max(from, due ?? from)) : creditOf(state, configuration, answered);
      const fields = answered === null ? { part: says, at, due } : { part: says, at, item: answered.answer.touch.id };
      for (const piece of inside(judgement, [{ from, until }])) {
        rows.push(
          ...rowsOf(
            'target',
            state,
            piece,
            [],
            () => fields,
            () => credit,
          ),
        );
      }
    }
  }
  return numbered(rows);
};
