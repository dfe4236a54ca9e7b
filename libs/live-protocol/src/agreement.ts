import { z } from 'zod';
import { EventName } from './event-name.js';

/** A lead that its owner has offered to another rep. Ids are those of reps, instants epoch ms. */
export const Offer = z.object({
  /** what an answer to it names */
  event: EventName,
  from: z.string(),
  to: z.string(),
  since: z.number().int(),
  /** how it ended, for some minutes after that; `lapsed`: the lead changed hands in another way. null: it can be accepted */
  ended: z.object({ how: z.enum(['accepted', 'declined', 'lapsed']), at: z.number().int() }).nullable(),
});
export type Offer = z.infer<typeof Offer>;

/** A call that somebody has promised, and that nobody has made yet. */
export const CallBack = z.object({
  /** what promised it: taking it back names it */
  event: EventName,
  /** the promised instant, epoch ms */
  at: z.number().int(),
  /** the id of the rep who promised */
  by: z.string(),
});
export type CallBack = z.infer<typeof CallBack>;
