import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { waitMs } from '../clock/status.js';

/** What the big figure shows. */
export interface Remaining {
  /** `held`: its clock stands; `waiting`: nothing gives it a target */
  readonly kind: 'left' | 'over' | 'held' | 'waiting';
  readonly ms: number;
}

/** What is left in full seconds is rounded up: 0:01 is still time, and 0:00 is exactly the target. */
export function remainingOf(lead: QueueLead, asOf: number): Remaining {
  if (lead.heldMs !== null) return { kind: 'held', ms: lead.heldMs };
  if (lead.due === null) return { kind: 'waiting', ms: waitMs(lead, asOf) };
  const left = lead.due - asOf;
  if (left < 0) return { kind: 'over', ms: -left };
  return { kind: 'left', ms: Math.ceil(left / 1_000) * 1_000 };
}
