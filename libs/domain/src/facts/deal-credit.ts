import type { Configuration } from '../configuration/configuration.js';
import { addInstants } from '../lead/changes.js';
import { type Credit, ownerAt, repChanges, teamAt } from '../lead/credit.js';
import type { Deal, SubjectState } from '../lead/lead-state.js';
import type { LeadView } from '../lead/lead-view.js';
import { heldAt } from '../lead/naming.js';

/** The rep whom the deal named last at or before an instant, else the lead's owner then; and the team. */
export function dealCreditAt(state: SubjectState, configuration: Configuration, deal: Deal, at: number): Credit {
  const rep = heldAt(deal.reps, at)?.value ?? ownerAt(state, at);
  return { rep, team: teamAt(state, configuration, rep, at) };
}

/** The instants at which a deal may become somebody else's. */
export function creditChanges({ handed }: LeadView, configuration: Configuration, deal: Deal): number[] {
  const changes = [...handed];
  addInstants(changes, deal.at, deal.reps);
  for (const { value } of deal.reps) for (const at of repChanges(configuration, value, deal.at, null)) changes.push(at);
  return changes;
}

export const sameCredit = (a: Credit, b: Credit): boolean => a.rep === b.rep && a.team === b.team;
