import type { Configuration } from '../configuration/configuration.js';
import type { SubjectState } from '../lead/lead-state.js';
import { hasLeft } from './has-left.js';

/** The rep who has promised to call the lead back, as far as he is there at that instant (epoch ms); null: nobody, or he has left. */
export function callerOf({ followUp }: Pick<SubjectState, 'followUp'>, configuration: Configuration, at: number): string | null {
  return followUp === null || hasLeft(configuration, followUp.rep, at) ? null : followUp.rep;
}
