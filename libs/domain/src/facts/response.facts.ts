import type { FactView } from '../kpi/tally.js';
import { addEdges, addInstants } from '../lead/changes.js';
import { elapsedAt } from '../lead/clocks.js';
import { outcomeAt } from '../lead/closings.js';
import { answerCredit } from '../lead/credit.js';
import { covers, inside } from '../lead/spans.js';
import { contactToldByResponse } from './contact.facts.js';
import { addOnClocks } from './fact-clocks.js';
import type { FactMaker } from './facts-of.js';
import { ownedSince } from './handling.facts.js';

/**
 * How long the first answer took: `at` the arrival, true from the answer on, `item` its touchpoint, `due` its instant, `value` milliseconds.
 * `part` says on which clock (`addOnClocks`). `since` is from when its owner had had the lead, where he is the one credited here and the time
 * from there to `due` is the same on both clocks: else rows of kind `handling` say how long it was. `outcome` is `won` while a deal of the lead
 * is won (not said on the wall's row). `stage` is `contact` while it is the first contact too. While there is no answer the lead's `arrival` row says why.
 */
export const responseFacts: FactMaker = (rows, state, configuration, { judgements, contacts }) => {
  const at = state.arrivedAt;
  const isWonAt = (now: number): boolean => state.deals.some((deal) => outcomeAt(deal, now) === 'won');
  for (const judgement of judgements) {
    for (const span of judgement.answers) {
      const { answer } = span;
      const { rep, team } = answerCredit(state, configuration, span);
      const since = ownedSince(state, configuration, judgement, span);
      const changes: number[] = [];
      for (const { outcomes } of state.deals) addInstants(changes, span.from, outcomes);
      const contact = contactToldByResponse(contacts, span);
      if (contact !== null) addEdges(changes, span.from, [contact]);
      const elapsed = elapsedAt(judgement.clock, judgement.policy.calendar, answer.at);
      for (const piece of inside(judgement, [span])) {
        addOnClocks(
          rows,
          piece,
          elapsed,
          (row, now) => {
            row.item = answer.touch.id;
            row.at = at;
            row.since = since;
            row.due = answer.at;
            row.outcome = row.part !== 'wall' && isWonAt(now) ? 'won' : null;
            row.stage = contact !== null && covers(contact, now) ? 'contact' : null;
            row.rep = rep;
            row.team = team;
          },
          changes,
        );
      }
    }
  }
};

/** The instant of the answer that a `response` row tells of: the row itself may begin later, when what else it says has changed. */
export const answeredAt = ({ due, from }: Pick<FactView, 'due' | 'from'>): number => due ?? from;
