import type { LadderAction } from '../alerts/ladder-words.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';

/** Where a step sends a lead that only a replay comes to: back to the pool, or on by the rota of a team; null: it stays where it is. */
export function whoGetsIt(
  action: LadderAction | null,
  owner: string | null,
  team: string | null,
  configuration: Configuration,
  at: number,
): 'pool' | { readonly team: string } | null {
  switch (action) {
    case 'pool':
      return owner === null ? null : 'pool';
    case 'reassign': {
      const goesBy = team ?? (owner === null ? null : (inForce(versionsOf(configuration.reps, owner), at)?.team ?? null));
      return goesBy === null ? null : { team: goesBy };
    }
    default:
      return null;
  }
}
