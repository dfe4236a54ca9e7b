import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { instantIn, memberIn, textIn } from '../console/json.js';

/** A lead that no queue lists, as `GET /v1/leads/:id` tells it: it has neither deadline nor clock, and is nobody's to claim. `owner`: its owner's name. */
export function unlistedLead(lead: string, body: unknown, owner: string | null): QueueLead {
  const state = memberIn(body, 'state');
  return {
    lead,
    name: textIn(body, 'name') ?? lead,
    owner,
    since: instantIn(state, 'arrived_at') ?? instantIn(state, 'last_at') ?? 0,
    due: null,
    heldMs: null,
    rep: textIn(state, 'owner'),
    team: textIn(state, 'team'),
    origin: textIn(state, 'origin'),
    channel: textIn(state, 'channel'),
    product: textIn(state, 'product'),
    assignment: null,
  };
}
