import { elapsedAt } from '../lead/clocks.js';
import { inside } from '../lead/spans.js';
import type { FactMaker } from './facts-of.js';
import { creditOf } from './response-credit.js';
import { numbered, type Row, rowsOf } from './row.js';

/**
 * How long the first answer took: `at` the arrival, true from the answer on, `item` its touchpoint, `value` milliseconds.
 * `part` says on which clock: `both` when working and wall time are the same, else one row for each, `working` and `wall`.
 * While there is no answer the lead's `arrival` row says why.
 */
export const responseFacts: FactMaker = (state, configuration, { judgements }) => {
  const rows: Row[] = [];
  for (const judgement of judgements) {
    for (const span of judgement.answers) {
      const { answer } = span;
      const credit = creditOf(state, configuration, span);
      const { worked, waited } = elapsedAt(judgement.clock, judgement.policy.calendar, answer.at);
      const add = (part: string, value: number): void => {
        const fields = { part, item: answer.touch.id, at: state.arrivedAt, value };
        for (const piece of inside(judgement, [span])) {
          rows.push(
            ...rowsOf(
              'response',
              state,
              piece,
              [],
              () => fields,
              () => credit,
            ),
          );
        }
      };
      if (worked === waited) add('both', worked);
      else {
        add('working', worked);
        add('wall', waited);
      }
    }
  }
  return numbered(rows);
};
