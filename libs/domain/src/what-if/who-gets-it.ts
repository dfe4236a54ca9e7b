import type { LadderAction } from '../alerts/ladder-words.js';
import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';

/**
 * To whom a step that only a replay comes to would have given a lead: null to nobody, undefined: it stays where it is. Whose turn it would have been
 * hangs on all other leads, and on what people would have done then: so a lead that goes on by the rota goes to `rota:TEAM`.
 */
export function whoGetsIt(
  action: LadderAction | null,
  owner: string | null,
  team: string | null,
  configuration: Configuration,
  at: number,
): string | null | undefined {
  switch (action) {
    case 'pool':
      return owner === null ? undefined : null;
    case 'reassign': {
      const goesBy = team ?? (owner === null ? null : (inForce(versionsOf(configuration.reps, owner), at)?.team ?? null));
      return goesBy === null ? undefined : `rota:${goesBy}`;
    }
    default:
      return undefined;
  }
}
