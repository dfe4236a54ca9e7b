import type { Configuration } from '../configuration/configuration.js';
import { inForce, versionsOf } from '../configuration/in-force.js';
import { EVERYBODY } from './everybody.js';

/** Those that are told by other words than a rep's id. */
const named = ['team:', 'manager:', 'screen:', 'channel:'] as const;

/** Whether a listener is a rep, told by his id. */
export const isRep = (listener: string): boolean => listener !== EVERYBODY && !named.some((prefix) => listener.startsWith(prefix));

/**
 * Whether who hears under one word is told by another, as `toldIn` reads them from `to` of an alert: a rep also hears what everybody and what his
 * team is told, as it is put together at that instant (epoch ms), and who manages any team what the manager of one is told, and the other way round.
 */
export function reaches(told: string, listener: string, configuration: Configuration, at: number): boolean {
  if (told === listener) return true;
  if (told.startsWith('manager:')) return listener.startsWith('manager:') && [told, listener].includes(`manager:${EVERYBODY}`);
  if (!isRep(listener)) return false;
  const rep = inForce(versionsOf(configuration.reps, listener), at);
  if (told === EVERYBODY) return rep?.active ?? true;
  return told.startsWith('team:') && rep !== null && rep.active && told === `team:${rep.team}`;
}
