import { z } from 'zod';

/** An event by which people and the product name what happened: a lead's assignment, an alert's clock. */
export const EventName = z.object({ source: z.string(), id: z.string() });
export type EventName = z.infer<typeof EventName>;
