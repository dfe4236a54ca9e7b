import { z } from 'zod';
import { Amount } from './amount.js';
import { Actor, Campaign, EventId, EventSource, LeadChannel, LeadId, Origin, Product, RepId, Segment, TeamId } from './ids.js';
import { Instant } from './instant.js';
import { Code, line } from './text.js';

const handover = z.strictObject({ from: RepId, to: RepId });
const pause = z.strictObject({ rep: RepId.optional(), reason: Code.optional() });

/** What happens to an enquiry. `contact` and every `note` are declared in personal.ts: they never reach the log. */
export const leadEvents = {
  'lead.created': z.strictObject({
    origin: Origin.optional(),
    campaign: Campaign.optional(),
    channel: LeadChannel.optional(),
    team: TeamId.optional(),
    owner: RepId.optional(),
    segment: Segment.optional(),
    product: Product.optional(),
    value: Amount.optional(),
  }),
  'lead.assigned': z.strictObject({ owner: RepId.nullable(), team: TeamId.optional(), by: Actor.optional() }),
  'lead.claimed': z.strictObject({
    rep: RepId,
    assignment: z.strictObject({ source: EventSource, id: EventId }).optional(),
  }),
  'lead.handover_offered': handover,
  'lead.handover_accepted': handover,
  'lead.handover_declined': handover,
  'lead.qualified': z.strictObject({ rep: RepId.optional() }),
  'lead.disqualified': z.strictObject({ rep: RepId.optional(), reason: Code.optional() }),
  'lead.paused': pause,
  'lead.resumed': pause,
  'lead.viewed': z.strictObject({ rep: RepId }),
  'lead.follow_up_set': z.strictObject({ rep: RepId, at: Instant, reason: Code.optional() }),
  'lead.disputed': z.strictObject({ rep: RepId, about: LeadId, reason: Code }),
  'lead.dispute_decided': z.strictObject({ by: line(), accepted: z.boolean(), reason: Code.optional() }),
  'lead.merged': z.strictObject({ into: LeadId.nullable() }),
  'lead.erased': z.strictObject({ reason: Code.optional() }),
} as const;
