import type { Configuration } from '../configuration/configuration.js';
import { addEdges } from '../lead/changes.js';
import { elapsedAt } from '../lead/clocks.js';
import { type Credit, ownerCredit, teamAt } from '../lead/credit.js';
import type { SubjectState } from '../lead/lead-state.js';
import { type Judgement, judgementAt, type LeadView } from '../lead/lead-view.js';
import { spanAt } from '../lead/spans.js';
import { bandOf } from './bands.js';
import type { BlankRow, FactRows } from './fact-rows.js';
import type { FactMaker } from './facts-of.js';

/**
 * A lead that arrived, as it stands: `at` the arrival, for ever, one row as of each instant, credited to the first owner.
 * - `part`: the band of its first answer on the working clock (`outcome`: on the wall's), or why it has none: `unanswered`,
 *   `before_arrival` (only a touchpoint from before the arrival would have answered).
 * - `item`: why its deadline is neither met nor breached: `pending`, `closed_before_deadline`; null when it is one of them.
 * - `stage`: which first meetings it has come to: `booked`, `held`, `both`, null while neither.
 * Several KPIs count these rows, or leave leads out by them, so that each need not say it in a row of its own.
 * Excluded: `no_arrival` while there is none.
 */
export const arrivalFacts: FactMaker = (rows, state, configuration, view) => {
  const { arrivedAt } = state;
  addWithoutArrival(rows, state, configuration);
  if (arrivedAt === null) return;
  const credit = creditOfLead(state, configuration, arrivedAt);
  const changes = changesOf(view, arrivedAt);
  if (credit.since !== null) changes.push(credit.since);
  rows.add({ from: arrivedAt, until: null }, changes, (row, now) => {
    const { rep, team } = credit.since !== null && credit.since <= now ? credit.owners : credit.nobody;
    row.at = arrivedAt;
    row.rep = rep;
    row.team = team;
    row.stage = meetingsBy(view, now);
    writeStanding(row, judgementAt(view, now), now);
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

/** Whose a lead that arrived is: nobody's, then its first owner's from when he was one (null: never). */
interface LeadCredit {
  readonly nobody: Credit;
  readonly since: number | null;
  readonly owners: Credit;
}

/** The team is taken at the later of arrival and first owner. */
function creditOfLead(state: SubjectState, configuration: Configuration, arrivedAt: number): LeadCredit {
  const nobody = { rep: null, team: teamAt(state, configuration, null, arrivedAt) };
  const first = state.owners.find(({ owner }) => owner !== null);
  if (first === undefined) return { nobody, since: null, owners: nobody };
  const { at: since, owner: rep } = first;
  return { nobody, since, owners: { rep, team: teamAt(state, configuration, rep, Math.max(arrivedAt, since)) } };
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
  row.part = bandOf(worked);
  row.outcome = bandOf(waited);
}

function meetingsBy({ booking, held }: LeadView, now: number): string | null {
  const isHeld = held !== null && held.at <= now;
  if (booking === null || booking.at > now) return isHeld ? 'held' : null;
  return isHeld ? 'both' : 'booked';
}
