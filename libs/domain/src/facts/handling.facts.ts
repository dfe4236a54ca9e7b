import type { Configuration } from '../configuration/configuration.js';
import type { AnswerSpan } from '../lead/answers.js';
import { elapsedBetween } from '../lead/clocks.js';
import { answerCredit, type Credit, teamAt } from '../lead/credit.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Judgement } from '../lead/lead-view.js';
import { heldAt } from '../lead/naming.js';
import { inside } from '../lead/spans.js';
import { sameCredit } from './deal-credit.js';
import { addOnClocks, type OnClocks } from './fact-clocks.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long the owner had had a lead when it was first answered, whoever answered: `at` the arrival, true from the answer on, credited to that
 * owner, `value` milliseconds, `part` on which clock (`addOnClocks`). Only where the `response` row does not say it. Excluded: `unassigned`,
 * nobody owned it then.
 */
export const handlingFacts: FactMaker = (rows, state, configuration, { judgements }) => {
  const at = state.arrivedAt;
  for (const judgement of judgements) {
    for (const span of judgement.answers) {
      const handling = handlingOf(state, configuration, judgement, span);
      if (handling !== null && isToldByResponse(handling, state, configuration, span)) continue;
      const rep = handling?.credit.rep ?? null;
      const team = handling === null ? teamAt(state, configuration, null, span.from) : handling.credit.team;
      for (const piece of inside(judgement, [span])) {
        addOnClocks(rows, piece, handling?.elapsed ?? nothing, (row) => {
          row.at = at;
          row.rep = rep;
          row.team = team;
          if (handling !== null) return;
          row.value = null;
          row.excluded = 'unassigned';
        });
      }
    }
  }
};

/** From when the owner had had a lead at its first answer, whose that is, and how long it was. */
interface Handling {
  readonly since: number;
  readonly credit: Credit;
  readonly elapsed: OnClocks;
}

/** null: nobody owned the lead when it was answered. */
function handlingOf(
  state: SubjectState,
  configuration: Configuration,
  { policy }: Judgement,
  { answer, from }: AnswerSpan,
): Handling | null {
  const { owner: rep, at: since } = heldAt(state.owners, answer.at) ?? nobody;
  if (rep === null) return null;
  const elapsed = elapsedBetween(since, answer.at, policy.calendar, state.pauses);
  return { since, elapsed, credit: { rep, team: teamAt(state, configuration, rep, from) } };
}

/** From when the owner had had a lead that he answered, if the `response` row can say it: it is his, and all clocks agree. */
export function ownedSince(state: SubjectState, configuration: Configuration, judgement: Judgement, span: AnswerSpan): number | null {
  const handling = handlingOf(state, configuration, judgement, span);
  return handling !== null && isToldByResponse(handling, state, configuration, span) ? handling.since : null;
}

function isToldByResponse(
  { since, credit, elapsed: { worked, waited } }: Handling,
  state: SubjectState,
  configuration: Configuration,
  span: AnswerSpan,
): boolean {
  return worked === waited && waited === span.answer.at - since && sameCredit(credit, answerCredit(state, configuration, span));
}

const nobody = { owner: null, at: 0 };
const nothing = { worked: 0, waited: 0 };
