import type { Configuration } from '../configuration/configuration.js';
import type { Deal, SubjectState } from '../lead/lead-state.js';
import { heldAt } from '../lead/naming.js';
import { type Credit, leadProductAt, ownerAt, repChanges, teamAt } from './row.js';

/** The rep whom the deal named last at or before an instant, else the lead's owner then; and the team. */
export function dealCreditAt(state: SubjectState, configuration: Configuration, deal: Deal, at: number): Credit {
  const rep = heldAt(deal.reps, at)?.value ?? ownerAt(state, at);
  return { rep, team: teamAt(state, configuration, rep, at) };
}

/** The instants at which a deal may become somebody else's. */
export function creditChanges(state: SubjectState, configuration: Configuration, deal: Deal): readonly number[] {
  const reps = new Set([...deal.reps.map(({ value }) => value), ...state.owners.map(({ owner }) => owner)]);
  return [
    ...[...deal.reps, ...state.owners, ...state.teams].map(({ at }) => at),
    ...[...reps].flatMap((rep) => repChanges(configuration, rep, deal.at, null)),
  ];
}

export const sameCredit = (a: Credit, b: Credit): boolean => a.rep === b.rep && a.team === b.team;

/** The deal's product at an instant, else the lead's. */
export const dealProductAt = (state: SubjectState, deal: Deal, at: number): string | null =>
  heldAt(deal.products, at)?.value ?? leadProductAt(state, at);

/** A deal that names no pipeline is in the pipeline `default`. */
export const dealPipelineAt = (deal: Deal, at: number): string => heldAt(deal.pipelines, at)?.value ?? 'default';
