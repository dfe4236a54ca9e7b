import { z } from 'zod';
import { RepId, TouchpointId } from './ids.js';
import { Code } from './text.js';

export const touchChannels = ['call', 'email', 'sms', 'chat', 'meeting', 'demo', 'visit', 'social', 'task', 'other'] as const;
export const directions = ['outbound', 'inbound'] as const;
/** Who made the touch; left out: human. */
export const actors = ['human', 'automated', 'ai'] as const;
export const outcomes = [
  'connected',
  'voicemail',
  'no_answer',
  'busy',
  'wrong_number',
  'sent',
  'delivered',
  'bounced',
  'opened',
  'replied',
  'booked',
  'held',
  'no_show',
  'cancelled',
] as const;

export type TouchChannel = (typeof touchChannels)[number];
export type Direction = (typeof directions)[number];
export type TouchActor = (typeof actors)[number];
export type Outcome = (typeof outcomes)[number];

export const TouchChannel = z.enum(touchChannels);
export const TouchActor = z.enum(actors);
export const Outcome = z.enum(outcomes);
const Direction = z.enum(directions);
/** Ten years: longer is a unit mistaken. */
const Seconds = z.number().min(0).max(315_360_000);

/** A touch is named by its id within the lead; the same id again is its next outcome. */
export const touchpointEvents = {
  'touchpoint.recorded': z.strictObject({
    touchpoint: TouchpointId,
    channel: TouchChannel,
    direction: Direction,
    actor: TouchActor.optional(),
    rep: RepId.optional(),
    outcome: Outcome.optional(),
    duration_s: Seconds.optional(),
    self_booked: z.boolean().optional(),
  }),
  'touchpoint.corrected': z.strictObject({
    touchpoint: TouchpointId,
    channel: TouchChannel.optional(),
    direction: Direction.optional(),
    actor: TouchActor.optional(),
    rep: RepId.optional(),
    outcome: Outcome.optional(),
    duration_s: Seconds.optional(),
    self_booked: z.boolean().optional(),
  }),
  'touchpoint.retracted': z.strictObject({ touchpoint: TouchpointId, reason: Code.optional() }),
} as const;
