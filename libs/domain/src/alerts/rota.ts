import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import { compareUtf8 } from '../events/order.js';
import { type RepStatus, whyUnavailable } from './availability.js';

/** How a team's rota stands. */
export interface RotaState {
  /** who had the last turn, by the last rota.advanced; null: nobody yet */
  readonly last: string | null;
  /** what reps said last of themselves */
  readonly statuses: ReadonlyMap<string, RepStatus>;
}

/** The team whose rota a lead goes by at an instant: its own, else its owner's; null: there is none. */
export const rotaTeamOf = (configuration: Configuration, team: string | null, owner: string | null, at: number): string | null =>
  team ?? (owner === null ? null : (inForce(versionsOf(configuration.reps, owner), at)?.team ?? null));

/**
 * Whose turn it is in a team at an instant: the first rep after the one who had the last turn, by id, then from the beginning, who is available and
 * not `except`, who has the lead; who had the last turn is asked last. null: nobody can take it.
 */
export function nextByRota(
  configuration: Configuration,
  team: string,
  { last, statuses }: RotaState,
  at: number,
  except: string | null,
): string | null {
  const reps = Object.entries(configuration.reps)
    .filter(([rep, versions]) => rep !== except && inForce(versions, at)?.team === team)
    .map(([rep]) => rep)
    .toSorted(compareUtf8);
  const after = last === null ? 0 : reps.filter((rep) => compareUtf8(rep, last) <= 0).length;
  const inTurn = [...reps.slice(after), ...reps.slice(0, after)];
  return inTurn.find((rep) => whyUnavailable(configuration, rep, statuses.get(rep) ?? null, at) === null) ?? null;
}
