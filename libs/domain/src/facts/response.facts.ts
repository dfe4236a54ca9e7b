import { elapsedAt } from '../lead/clocks.js';
import type { Judgement } from '../lead/lead-view.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Configuration } from '../configuration/configuration.js';
import type { FactMaker } from './facts-of.js';
import { leadRows } from './lead-credit.js';
import { noArrivalRows } from './no-arrival.js';
import { creditOf } from './response-credit.js';
import { numbered, type Row, rowsOf } from './row.js';
import { inside, unansweredSpans } from './unanswered.js';

/**
 * How long the first answer took: `at` the arrival, true from the answer on, `item` its touchpoint, `value` milliseconds.
 * `part` says on which clock: `both` when working and wall time are the same, else one row for each, `working` and `wall`.
 * Excluded, for both clocks: `unanswered`, or `before_arrival` (it has only an answer from before), and `no_arrival`.
 */
export const responseFacts: FactMaker = (state, configuration, { judgements }) => {
  const rows = judgements.flatMap((judgement) => [
    ...unanswered(state, configuration, judgement),
    ...answered(state, configuration, judgement),
  ]);
  return numbered([...noArrivalRows('response', state, configuration), ...rows]);
};

function unanswered(state: SubjectState, configuration: Configuration, judgement: Judgement): readonly Row[] {
  const at = state.arrivedAt;
  return unansweredSpans(judgement).flatMap(({ from, until, reason }) =>
    leadRows('response', state, configuration, { from, until }, () => ({ part: 'both', at, excluded: reason })),
  );
}

function answered(state: SubjectState, configuration: Configuration, judgement: Judgement): readonly Row[] {
  const { clock, policy, answers } = judgement;
  return answers.flatMap((span) => {
    const credit = creditOf(state, configuration, span);
    const { worked, waited } = elapsedAt(clock, policy.calendar, span.answer.at);
    return inside(judgement, [span]).flatMap(({ from, until, answer }) => {
      const row = (part: string, value: number): readonly Row[] =>
        rowsOf(
          'response',
          state,
          { from, until },
          [],
          () => ({ part, item: answer.touch.id, at: state.arrivedAt, value }),
          () => credit,
        );
      return worked === waited ? row('both', worked) : [...row('working', worked), ...row('wall', waited)];
    });
  });
}
