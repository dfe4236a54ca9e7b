import type { WaitingLead } from '@leadclock/live-protocol/protocol.js';

/** What a chip says of a wait, by the share of its target that is used up. `untimed`: no policy gives it a target. */
export type Status = 'in' | 'soon' | 'late' | 'very' | 'paused' | 'untimed';

const SOON_FROM = 0.6;
const LATE_OVER = 1;
const VERY_LATE_OVER = 2;

/** How long a lead has waited by then, in ms; never negative, because a screen's clock may run a few ms behind the server's. */
export const waitMs = (lead: WaitingLead, asOf: number): number => lead.heldMs ?? Math.max(0, asOf - lead.since);

/** The status of a waiting lead; exactly the target is still not late. */
export function statusOf(lead: WaitingLead, asOf: number): Status {
  if (lead.heldMs !== null) return 'paused';
  if (lead.due === null) return 'untimed';
  const target = lead.due - lead.since;
  const share = target > 0 ? (asOf - lead.since) / target : Number.POSITIVE_INFINITY;
  if (share > VERY_LATE_OVER) return 'very';
  if (share > LATE_OVER) return 'late';
  return share >= SOON_FROM ? 'soon' : 'in';
}
