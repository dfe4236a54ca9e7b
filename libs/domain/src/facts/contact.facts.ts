import type { AnswerSpan } from '../lead/answers.js';
import { elapsedAt } from '../lead/clocks.js';
import { ownerAt, teamAt } from '../lead/credit.js';
import type { ContactSpan } from '../lead/first-contact.js';
import { inside, overlap, type Span, without } from '../lead/spans.js';
import { addOnClocks } from './fact-clocks.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long the first contact with a lead took: `at` the arrival, true from the contact on, `item` its touchpoint, `value` milliseconds, `part`
 * on which clock (`addOnClocks`), credited to who made it. Only where it is not the first answer: then the `response` row says it.
 */
export const contactFacts: FactMaker = (rows, state, configuration, { judgements, contacts }) => {
  const at = state.arrivedAt;
  for (const span of contacts) {
    const { contact, from } = span;
    const rep = contact.touch.rep ?? ownerAt(state, from);
    const team = teamAt(state, configuration, rep, from);
    for (const judgement of judgements) {
      const told = judgement.answers.flatMap((answer) => contactToldByResponse([span], answer) ?? []);
      const elapsed = elapsedAt(judgement.clock, judgement.policy.calendar, contact.at);
      for (const piece of inside(judgement, without(span, told)))
        addOnClocks(rows, piece, elapsed, (row) => {
          row.item = contact.touch.id;
          row.at = at;
          row.rep = rep;
          row.team = team;
        });
    }
  }
};

/** While the first answer is the first contact too, at the same instant and so with the same credit; null: never. */
export function contactToldByResponse(contacts: readonly ContactSpan[], span: AnswerSpan): Span | null {
  const { answer, from } = span;
  const same = contacts.find((other) => other.from === from && other.contact.at === answer.at && other.contact.touch === answer.touch);
  return same === undefined ? null : overlap(same, span);
}
