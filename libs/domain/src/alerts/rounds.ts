import type { Deadline } from '../lead/deadlines.js';
import { alertId } from './identity.js';
import { type Repeat, roundsOf } from './next-round.js';

/** What names an alert of a lead, but for its round. */
export type Told = Pick<Deadline, 'step' | 'policy' | 'clock'>;

export const alertIdOf = (lead: string, { step, policy, clock }: Told, round: number): string =>
  alertId({ lead, step, policy, clock, round });

/** Whether this alert tells of this deadline, in whichever round of a step that repeats so. */
export function tellsOf(alert: string, lead: string, deadline: Told, repeat: Repeat | null): boolean {
  for (let round = 1; round <= roundsOf(repeat); round++) if (alertIdOf(lead, deadline, round) === alert) return true;
  return false;
}
