import { z } from 'zod';

/** What a rep is doing, as he said last or as was said of him. Who never said anything is available. */
export const RepStatus = z.object({
  is: z.enum(['available', 'on_call', 'away']),
  /** epoch ms; null: it was never said */
  since: z.number().int().nullable(),
  /** who said so: a rep's id, `rule:POLICY/STEP` of a ladder; null: he himself */
  by: z.string().nullable(),
});
export type RepStatus = z.infer<typeof RepStatus>;
