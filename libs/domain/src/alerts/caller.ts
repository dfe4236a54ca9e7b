import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import type { SubjectState } from '../lead/lead-state.js';

/** The rep who has promised to call the lead back, as far as he is there at that instant (epoch ms); null: nobody, or he has left. */
export function callerOf({ followUp }: Pick<SubjectState, 'followUp'>, configuration: Configuration | null, at: number): string | null {
  if (followUp === null) return null;
  const rep = configuration === null ? null : inForce(versionsOf(configuration.reps, followUp.rep), at);
  return rep?.active === false ? null : followUp.rep;
}
