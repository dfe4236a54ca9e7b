import { z } from 'zod';
import { AgreedLead, QueueLead } from './queue-lead.js';
import { RepStatus } from './rep-status.js';

export const repStream = (rep: string): string => `rep:${rep}`;

/** A rep's own part: leads of his that the floor's list may leave out, and his day. `leads` is keyed. */
export const RepState = z.object({
  /** null: nobody has that id (any more) */
  me: z
    .object({ rep: z.string(), name: z.string(), team: z.string().nullable(), active: z.boolean(), status: RepStatus.optional() })
    .nullable(),
  /** his leads that wait, by id: at most the 100 that came first and the 100 that came last */
  leads: z.record(z.string(), QueueLead),
  /** leads that he has promised to call, and those offered to him or by him, by id, whoever has them and whether they wait or not: at most 200, offers first, then calls by their instants */
  agreed: z.record(z.string(), AgreedLead).optional(),
  today: z.object({
    answered: z.number().int(),
    medianSeconds: z.number().nullable(),
    p90Seconds: z.number().nullable(),
    inTarget: z.object({ value: z.number().nullable(), n: z.number().int() }),
  }),
  /** his answers of today, the latest 200, in the order of time: when, and after how long */
  answers: z.array(z.object({ lead: z.string(), at: z.number().int(), seconds: z.number(), late: z.boolean() })),
  pending: z.string().nullable(),
});
export type RepState = z.infer<typeof RepState>;

export const keyedOfRep = ['leads', 'agreed'] as const;
