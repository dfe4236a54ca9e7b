import type { Configuration } from '../configuration/configuration.js';
import { type Credit, teamAt } from './credit.js';
import type { SubjectState } from './lead-state.js';

/** Whose a lead that arrived is: nobody's, then its first owner's from when he was one (null: never). */
export interface LeadCredit {
  readonly nobody: Credit;
  readonly since: number | null;
  readonly owners: Credit;
}

/** The team is taken at the later of arrival and first owner (KPIS.md rule 19). */
export function leadCreditOf(state: SubjectState, configuration: Configuration, arrivedAt: number): LeadCredit {
  const nobody = { rep: null, team: teamAt(state, configuration, null, arrivedAt) };
  // who was followed at the very instant never was the owner: whose a lead is at an instant is said by all that happened at it
  const first = state.owners.find(({ owner, at }, index) => owner !== null && state.owners[index + 1]?.at !== at);
  if (first === undefined) return { nobody, since: null, owners: nobody };
  const { at: since, owner: rep } = first;
  return { nobody, since, owners: { rep, team: teamAt(state, configuration, rep, Math.max(arrivedAt, since)) } };
}
