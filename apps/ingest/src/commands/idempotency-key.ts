import { textProblem } from '@leadclock/domain/events/text.js';
import type { Fault } from '../door/problem.js';

/** The key under which a command may be sent again, or why there is none. */
export function idempotencyKey(header: string | string[] | undefined): string | Fault {
  const allowed = 'give 1 to 100 characters, new for each command, such as a UUID';
  if (header === undefined) return { status: 400, detail: `the header Idempotency-Key is missing; ${allowed}` };
  return typeof header === 'string' && textProblem(header, 100) === null
    ? header
    : { status: 400, detail: `the header Idempotency-Key cannot be used; ${allowed}` };
}
