import type { Configuration } from '../configuration/configuration.js';
import { assignedAt } from '../lead/assignment.js';
import { addEdges } from '../lead/changes.js';
import { elapsedAt } from '../lead/clocks.js';
import { ownerCredit } from '../lead/credit.js';
import { leadCreditOf } from '../lead/lead-credit.js';
import type { SubjectState } from '../lead/lead-state.js';
import { type Judgement, judgementAt, type LeadView } from '../lead/lead-view.js';
import { spanAt } from '../lead/spans.js';
import { assignmentToldByArrival } from './assign.facts.js';
import { bandOf, writeBands } from './bands.js';
import type { BlankRow, FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';
import { addMilestoneChanges, milestonesAt, milestonesOf } from './milestones.js';

/**
 * A lead that arrived, as it stands: `at` the arrival, for ever, one row as of each instant, credited to the first owner.
 * - `part`: the band of its first answer on the working clock, and the one on the wall's if that is another (`answerBand` reads both),
 *   or why it has none: `unanswered`, `before_arrival` (only a touchpoint from before the arrival would have answered).
 * - `item`: why its deadline is neither met nor breached: `pending`, `closed_before_deadline`; null when it is one of them.
 * - `stage`: which first meetings it has come to: `booked`, `held`, `both`, null while neither.
 * - `outcome`: the milestones it has come to (`hasReached`); null while none.
 * - `since`: from when it has had an owner since its arrival, null while never; `value` how long that took, in milliseconds, where both
 *   clocks say so and that owner is the one credited here: else rows of kind `assign` say it.
 * Several KPIs count these rows, or leave leads out by them, so that each need not say it in a row of its own.
 * Excluded: `no_arrival` while there is none.
 */
export const arrivalFacts: FactMaker = (rows, state, configuration, view) => {
  const { arrivedAt } = state;
  addWithoutArrival(rows, state, configuration);
  if (arrivedAt === null) return;
  const credit = leadCreditOf(state, configuration, arrivedAt);
  const since = assignedAt(state);
  const milestones = milestonesOf(state, configuration, view);
  const changes = changesOf(view, arrivedAt);
  addMilestoneChanges(changes, arrivedAt, milestones);
  if (credit.since !== null) changes.push(credit.since);
  if (since !== null) changes.push(since);
  rows.add({ from: arrivedAt, until: null }, changes, (row, now) => {
    const { rep, team } = credit.since !== null && credit.since <= now ? credit.owners : credit.nobody;
    const judgement = judgementAt(view, now);
    row.at = arrivedAt;
    row.rep = rep;
    row.team = team;
    row.stage = meetingsBy(view, now);
    row.outcome = milestonesAt(milestones, now);
    writeStanding(row, judgement, now);
    if (since === null || since > now || judgement === null) return;
    row.since = since;
    row.value = assignmentToldByArrival(state, configuration, credit, judgement, since);
  });
};

/**
 * A lead that is known before it has arrived: without `at`, so that it is counted only where no window is asked
 * (KPIS.md rules 2 and 20), credited to the owner at the instant that made it known.
 */
function addWithoutArrival(rows: FactRows, state: SubjectState, configuration: Configuration): void {
  const { knownAt, arrivedAt } = state;
  if (knownAt === null || (arrivedAt !== null && knownAt >= arrivedAt)) return;
  const { rep, team } = ownerCredit(state, configuration, knownAt);
  rows.add({ from: knownAt, until: arrivedAt }, [], (row) => {
    row.excluded = 'no_arrival';
    row.rep = rep;
    row.team = team;
  });
}

/** The instants after the arrival at which a lead may come to stand otherwise. */
function changesOf({ judgements, booking, held }: LeadView, arrivedAt: number): number[] {
  const changes: number[] = [];
  if (booking !== null) changes.push(booking.at);
  if (held !== null) changes.push(held.at);
  for (const judgement of judgements) {
    addEdges(changes, arrivedAt, [judgement]);
    addEdges(changes, arrivedAt, judgement.answers);
    addEdges(changes, arrivedAt, judgement.early);
    addEdges(changes, arrivedAt, judgement.verdicts);
  }
  return changes;
}

function writeStanding(row: BlankRow, judgement: Judgement | null, now: number): void {
  if (judgement === null) return;
  const { clock, policy, answers, early, verdicts } = judgement;
  const says = spanAt(verdicts, now)?.says ?? null;
  row.item = says === 'met' || says === 'breached' ? null : says;
  const span = spanAt(answers, now);
  if (span === null) {
    row.part = spanAt(early, now) === null ? 'unanswered' : 'before_arrival';
    return;
  }
  const { worked, waited } = elapsedAt(clock, policy.calendar, span.answer.at);
  row.part = writeBands(bandOf(worked), bandOf(waited));
}

function meetingsBy({ booking, held }: LeadView, now: number): string | null {
  const isHeld = held !== null && held.at <= now;
  if (booking === null || booking.at > now) return isHeld ? 'held' : null;
  return isHeld ? 'both' : 'booked';
}
