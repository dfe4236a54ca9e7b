import { nameText } from '@leadclock/domain/alerts/identity.js';
import type { Configuration } from '@leadclock/domain/configuration/configuration.js';
import type { Fact } from '@leadclock/domain/facts/fact.js';
import { factsOf } from '@leadclock/domain/facts/facts-of.js';
import { deadlinesOf } from '@leadclock/domain/lead/deadlines.js';
import type { SubjectState } from '@leadclock/domain/lead/lead-state.js';
import { viewOf } from '@leadclock/domain/lead/lead-view.js';
import { type LeadSummary, summaryOf } from '@leadclock/domain/lead/summary.js';
import type { DeadlineRow } from '@leadclock/read-model/write/deadline.table.js';
import type { Incomplete } from '@leadclock/read-model/write/lead.table.js';
import type { SetRows } from '@leadclock/read-model/write/set-rows.js';
import { diffDeadlines } from './diff-deadlines.js';
import { diffFacts } from './diff-facts.js';
import { noFacts, type StandingFacts } from './fact-prints.js';

/** The rows that a subject's state and the configuration come to. */
export interface DerivedRows {
  /** null: the subject is no lead, or was merged away */
  readonly lead: LeadSummary | null;
  /** the lead that all of this one belongs to; null: itself */
  readonly mergedInto: string | null;
  readonly facts: readonly Fact[];
  readonly deadlines: readonly DeadlineRow[];
}

/** Pure: verify and rebuild make the same rows. */
export function deriveRows(state: SubjectState, configuration: Configuration): DerivedRows {
  const view = viewOf(state, configuration);
  return {
    lead: summaryOf(state, configuration, view),
    mergedInto: null,
    facts: factsOf(state, configuration, view),
    deadlines: deadlinesOf(state, configuration, view).map(({ step, dueAt, policy, clock }) => ({
      lead: state.subject,
      step,
      dueAt,
      policy: nameText(policy),
      clock: nameText(clock),
    })),
  };
}

/** All that a lead which was merged away comes to is among the rows of its root. */
export const mergedAway = (root: string): DerivedRows => ({ lead: null, mergedInto: root, facts: [], deadlines: [] });

/** The rows of a subject that stand in the set now. */
export interface StandingRows {
  readonly row: 'lead' | 'other' | null;
  readonly facts: StandingFacts;
  readonly deadlines: readonly DeadlineRow[];
}

/** Nothing stands yet. */
export const noRows: StandingRows = { row: null, facts: noFacts, deadlines: [] };

/** Adds to `rows` all of a subject of which nothing stands. */
export function addRows(rows: SetRows, subject: string, partition: number, after: DerivedRows, incomplete: Incomplete | null): void {
  for (const fact of after.facts) rows.facts.push(fact);
  for (const row of after.deadlines) rows.deadlines.push(row);
  if (after.lead === null) rows.others.push({ subject, partition, incomplete, mergedInto: after.mergedInto });
  else rows.leads.push({ summary: after.lead, partition, incomplete });
}

/** Adds to `rows` what must be written so that `after` stands where `before` stood. Answers the facts that stand then. */
export function settle(
  rows: SetRows,
  subject: string,
  partition: number,
  before: StandingRows,
  after: DerivedRows,
  incomplete: Incomplete | null,
): StandingFacts {
  const facts = diffFacts(before.facts, after.facts);
  for (const fact of facts.put) rows.facts.push(fact);
  for (const fact of facts.ended) rows.endedFacts.push(fact);
  for (const fact of facts.replaced) rows.replacedFacts.push(fact);
  for (const { kind, n } of facts.gone) rows.goneFacts.push({ subject, kind, n });
  const deadlines = diffDeadlines(before.deadlines, after.deadlines);
  for (const row of deadlines.put) rows.deadlines.push(row);
  for (const row of deadlines.gone) rows.goneDeadlines.push(row);
  if (after.lead !== null) {
    rows.leads.push({ summary: after.lead, partition, incomplete });
    if (before.row === 'lead') rows.knownLeads.push(subject);
    if (before.row === 'other') rows.goneOthers.push(subject);
  } else {
    rows.others.push({ subject, partition, incomplete, mergedInto: after.mergedInto });
    if (before.row === 'other') rows.knownOthers.push(subject);
    if (before.row === 'lead') rows.goneLeads.push(subject);
  }
  return facts.standing;
}

/** Adds to `rows` what must be written so that nothing stands of a subject: it has no events, and none were merged into it. */
export function takeAway(rows: SetRows, subject: string, before: StandingRows): void {
  for (const { kind, n } of diffFacts(before.facts, []).gone) rows.goneFacts.push({ subject, kind, n });
  for (const row of before.deadlines) rows.goneDeadlines.push(row);
  if (before.row === 'lead') rows.goneLeads.push(subject);
  if (before.row === 'other') rows.goneOthers.push(subject);
}
