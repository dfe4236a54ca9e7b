import { z } from 'zod';
import { CallBack, Offer } from './agreement.js';
import { EventName } from './event-name.js';
import { WaitingLead } from './protocol.js';

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
  /** left out: it is offered to nobody */
  offer: Offer.optional(),
  /** left out: no call is promised */
  callBack: CallBack.optional(),
});
export type QueueLead = z.infer<typeof QueueLead>;

/** A lead about which reps have agreed something. One that does not wait has neither deadline nor clock, and is nobody's to claim. */
export const AgreedLead = QueueLead.extend({ waits: z.boolean() });
export type AgreedLead = z.infer<typeof AgreedLead>;

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
  /** true: the lead was answered, and is to be spoken with; left out: it waits for an answer */
  answered: z.boolean().optional(),
  raised: z.number().int(),
  /** a rep's id, `team:ID`, `manager:ID`, `screen:ID`, `channel:ID`; null: everybody */
  to: z.array(z.string()).nullable(),
  /** the id of the rep whose the lead is now; null: nobody's */
  owner: z.string().nullable(),
  /** true: since it was raised the lead was taken, given on or given back; left out: it is with whom it was */
  moved: z.boolean().optional(),
  team: z.string().nullable(),
  /** fired while answers may still have been on their way */
  unconfirmed: z.boolean(),
  /** who said first that he has seen it: the id of a rep, or `manager:ID` */
  acknowledgedBy: z.string().nullable(),
  /** put off last, by whom (a rep's id) and why, a code; left out: it never was. Until then its step tells nobody again */
  snoozed: z.object({ until: z.number().int(), by: z.string(), reason: z.string().nullable() }).optional(),
  /** an answer turned up that was given before: shown for a minute more, to the same people, then gone */
  retracted: z.boolean(),
});
export type LiveAlert = z.infer<typeof LiveAlert>;
