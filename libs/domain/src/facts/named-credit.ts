import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import type { Credit } from '../lead/credit.js';

/** Whom the events of a subject that is no lead name: the team they name, else that of the rep at an instant. */
export function namedCredit(configuration: Configuration, { rep, team }: Credit, at: number): Credit {
  if (team !== null || rep === null) return { rep, team };
  return { rep, team: inForce(versionsOf(configuration.reps, rep), at)?.team ?? null };
}
