import { RepId } from '@leadclock/domain/events/ids.js';
import { repStatuses } from '@leadclock/domain/events/other-events.js';
import { z } from 'zod';

/** `by`: who says so of the rep; left out: he himself. */
export const repStatusBody = z.strictObject({ status: z.enum(repStatuses), by: RepId.optional() });

export type RepStatusBody = z.output<typeof repStatusBody>;
