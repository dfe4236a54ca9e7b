import type { Configuration } from '../configuration/configuration.js';
import type { FactView } from '../kpi/tally.js';
import { addEdges } from '../lead/changes.js';
import { leadWonAt } from '../lead/closings.js';
import { opportunityAt } from '../lead/deal-stages.js';
import type { SubjectState } from '../lead/lead-state.js';
import type { LeadView } from '../lead/lead-view.js';
import { neverAnsweredSpans } from '../lead/never-answered.js';
import { covers, type Span } from '../lead/spans.js';

/** How far a lead that arrived has come, in the order in which its row names them. `won`: a deal of it was won, reopened later or
 * not; `never`: it was never answered (closed, or thirty days old). */
const milestones = ['contacted', 'qualified', 'opportunity', 'won', 'never'] as const;
export type Milestone = (typeof milestones)[number];

/** While a lead has come to a milestone. */
export type Milestones = Readonly<Record<Milestone, readonly Span[]>>;

/** Whether the lead of an `arrival` row has come to a milestone, as of the row. No name of one is part of another's. */
export const hasReached = ({ outcome }: Pick<FactView, 'outcome'>, milestone: Milestone): boolean => outcome?.includes(milestone) ?? false;

/** When a lead comes to its milestones. */
export function milestonesOf(state: SubjectState, configuration: Configuration, view: LeadView): Milestones {
  const { arrivedAt, qualifications, deals } = state;
  if (arrivedAt === null) return { contacted: [], qualified: [], opportunity: [], won: [], never: [] };
  let opportunity: number | null = null;
  for (const deal of deals) {
    const at = opportunityAt(deal, configuration);
    if (at !== null && (opportunity === null || at < opportunity)) opportunity = at;
  }
  return {
    contacted: view.contacts,
    qualified: fromThenOn(qualifications[0]?.at ?? null),
    opportunity: fromThenOn(opportunity),
    won: fromThenOn(leadWonAt(state)),
    never: neverAnsweredSpans(arrivedAt, view),
  };
}

const fromThenOn = (from: number | null): readonly Span[] => (from === null ? [] : [{ from, until: null }]);

/** Adds the instants at which a lead comes to a milestone, or is taken back from it. */
export function addMilestoneChanges(changes: number[], from: number, reached: Milestones): void {
  for (const milestone of milestones) addEdges(changes, from, reached[milestone]);
}

/** What the row says of them at an instant: those that are reached, joined by spaces; null: none. */
export function milestonesAt(reached: Milestones, at: number): string | null {
  let names: string | null = null;
  for (const milestone of milestones) {
    if (!reached[milestone].some((span) => covers(span, at))) continue;
    names = names === null ? milestone : `${names} ${milestone}`;
  }
  return names;
}
