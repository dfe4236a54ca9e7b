import { z } from 'zod';

/** One step of the funnel: how many leads or deals entered it today. `label` is a pipeline's own word; null: the product's, by `stage`. */
export const FunnelStep = z.object({
  stage: z.string(),
  label: z.string().nullable(),
  of: z.enum(['leads', 'deals']),
  count: z.number().int(),
  /** share of the step before; null: there is none, or nobody was in it */
  rate: z.number().nullable(),
});
export type FunnelStep = z.infer<typeof FunnelStep>;

/** First answers of today by how long they took, in the nine bins whose edges are 0, 1, 2, 3, 4, 5, 10, 30, 60 minutes; `toSeconds` null: no end. */
export const ResponseBin = z.object({ fromSeconds: z.number(), toSeconds: z.number().nullable(), count: z.number().int() });
export type ResponseBin = z.infer<typeof ResponseBin>;
