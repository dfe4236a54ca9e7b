import type { Configuration } from '../configuration/configuration.js';
import { assignedAt } from '../lead/assignment.js';
import { elapsedAt } from '../lead/clocks.js';
import { ownerCredit } from '../lead/credit.js';
import { type LeadCredit, leadCreditOf } from '../lead/lead-credit.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { Judgement } from '../lead/lead-view.js';
import { overlap } from '../lead/spans.js';
import { sameCredit } from './deal-credit.js';
import { addOnClocks } from './fact-clocks.js';
import type { FactMaker } from './facts-of.js';

/**
 * How long it took until a lead that arrived had an owner: `at` the arrival, true from then on, credited to that owner, `value` milliseconds.
 * `part` says on which clock (`addOnClocks`). Only where the lead's `arrival` row does not say it; there it also says that it has none yet.
 */
export const assignFacts: FactMaker = (rows, state, configuration, { judgements }) => {
  const { arrivedAt: at } = state;
  const since = assignedAt(state);
  if (at === null || since === null) return;
  const credit = leadCreditOf(state, configuration, at);
  const { rep, team } = ownerCredit(state, configuration, since);
  for (const judgement of judgements) {
    const span = overlap(judgement, { from: since, until: null });
    if (span === null || assignmentToldByArrival(state, configuration, credit, judgement, since) !== null) continue;
    addOnClocks(rows, span, elapsedAt(judgement.clock, judgement.policy.calendar, since), (row) => {
      row.at = at;
      row.rep = rep;
      row.team = team;
    });
  }
};

/** Milliseconds until the lead had an owner, if its `arrival` row can say it: the same on both clocks, and of the owner credited there. */
export function assignmentToldByArrival(
  state: SubjectState,
  configuration: Configuration,
  { owners }: LeadCredit,
  { clock, policy }: Judgement,
  since: number,
): number | null {
  const { worked, waited } = elapsedAt(clock, policy.calendar, since);
  return worked === waited && sameCredit(owners, ownerCredit(state, configuration, since)) ? worked : null;
}
