import { elapsedAt } from '../lead/clocks.js';
import { answerCredit } from '../lead/credit.js';
import { inside } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long the first answer took: `at` the arrival, true from the answer on, `item` its touchpoint, `value` milliseconds.
 * `part` says on which clock: `both` when working and wall time are the same, else one row for each, `working` and `wall`.
 * While there is no answer the lead's `arrival` row says why.
 */
export const responseFacts: FactMaker = (rows, state, configuration, { judgements }) => {
  const at = state.arrivedAt;
  for (const judgement of judgements) {
    for (const span of judgement.answers) {
      const item = span.answer.touch.id;
      const { rep, team } = answerCredit(state, configuration, span);
      const { worked, waited } = elapsedAt(judgement.clock, judgement.policy.calendar, span.answer.at);
      for (const piece of inside(judgement, [span])) {
        const add = (part: string, value: number): void =>
          rows.add(piece, [], (row) => {
            row.part = part;
            row.item = item;
            row.at = at;
            row.value = value;
            row.rep = rep;
            row.team = team;
          });
        if (worked === waited) add('both', worked);
        else {
          add('working', worked);
          add('wall', waited);
        }
      }
    }
  }
};
