import type { Deadline } from '../lead/deadlines.js';
import { alertId } from './identity.js';

/** More rounds than this nobody is told of: something takes the alert back again and again. */
export const MOST_ROUNDS = 16;

/** What names an alert of a lead, but for its round. */
export type Told = Pick<Deadline, 'step' | 'policy' | 'clock'>;

export const alertIdOf = (lead: string, { step, policy, clock }: Told, round: number): string =>
  alertId({ lead, step, policy, clock, round });

/** Whether this alert tells of this deadline, in whichever round. */
export function tellsOf(alert: string, lead: string, deadline: Told): boolean {
  for (let round = 1; round <= MOST_ROUNDS; round++) if (alertIdOf(lead, deadline, round) === alert) return true;
  return false;
}
