import { z } from 'zod';
import { Site } from './protocol.js';
import { LiveAlert, QueueLead } from './queue-lead.js';
import { RepStatus } from './rep-status.js';

export const floorStream = 'floor';

/**
 * What all reps and managers see of the floor: who waits, and who is told about it. One stream for all of them, encoded once.
 * `leads` and `alerts` are keyed: a patch may carry only the members that have changed (`members` of the patch, null: gone).
 */
export const FloorState = z.object({
  site: Site,
  /** those who may take leads, by id; one whose id is gone is not in it */
  reps: z.record(
    z.string(),
    z.object({ name: z.string(), team: z.string().nullable(), active: z.boolean(), status: RepStatus.optional() }),
  ),
  teams: z.record(z.string(), z.object({ name: z.string() })),
  /** leads that wait, by id: at most the 200 that came first and the 200 that came last */
  leads: z.record(z.string(), QueueLead),
  /** all that wait, also those that are not listed */
  counts: z.object({ waiting: z.number().int(), late: z.number().int(), nobodys: z.number().int() }),
  /** open alerts by id, at most the 200 latest */
  alerts: z.record(z.string(), LiveAlert),
  pending: z.string().nullable(),
});
export type FloorState = z.infer<typeof FloorState>;

export const keyedOfFloor = ['leads', 'alerts'] as const;
