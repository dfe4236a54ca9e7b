import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';

/** Whether a rep is set to be there no more at an instant (epoch ms); of whom nobody has set anything, nobody knows that. */
export const hasLeft = (configuration: Configuration, rep: string, at: number): boolean =>
  inForce(versionsOf(configuration.reps, rep), at)?.active === false;
