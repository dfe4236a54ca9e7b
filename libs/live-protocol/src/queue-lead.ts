import { z } from 'zod';
import { WaitingLead } from './protocol.js';

/** An event by which people and the product name what happened: a lead's assignment, an alert's clock. */
export const EventName = z.object({ source: z.string(), id: z.string() });
export type EventName = z.infer<typeof EventName>;

/** A lead that waits, as a rep's queue shows it. The name is the masked one: what a person's details are is asked for over HTTP. */
export const QueueLead = WaitingLead.extend({
  /** the rep's id; `owner` is his name */
  rep: z.string().nullable(),
  team: z.string().nullable(),
  origin: z.string().nullable(),
  channel: z.string().nullable(),
  product: z.string().nullable(),
  /** what a claim of this lead names; null: it was never assigned */
  assignment: EventName.nullable(),
});
export type QueueLead = z.infer<typeof QueueLead>;

/** Somebody is told of a lead: that its target has passed, or soon will. */
export const LiveAlert = z.object({
  alert: z.string(),
  lead: z.string(),
  name: z.string(),
  step: z.string(),
  /** when its step of the ladder was due */
  due: z.number().int(),
  /** when the lead's target passes or has passed; null: it has none now */
  target: z.number().int().nullable(),
  raised: z.number().int(),
  /** a rep's id, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID`; null: everybody */
  to: z.array(z.string()).nullable(),
  team: z.string().nullable(),
  /** fired while answers may still have been on their way */
  unconfirmed: z.boolean(),
  /** the rep's id who said that he has seen it */
  acknowledgedBy: z.string().nullable(),
  /** an answer turned up that was given before: shown for a minute more, to the same people, then gone */
  retracted: z.boolean(),
});
export type LiveAlert = z.infer<typeof LiveAlert>;
