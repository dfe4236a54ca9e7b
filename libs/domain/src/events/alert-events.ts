import { z } from 'zod';
import { StepId } from './ids.js';
import { Instant } from './instant.js';
import { Code, line } from './text.js';

const alert = { alert: line(), step: StepId, due_at: Instant, raised_at: Instant } as const;
const told = z.strictObject({ ...alert, to: line() });

/** Written by the product itself: whom it told, of what, and when. `alert` is the alert's identity, the same in all of its events. */
export const alertEvents = {
  'alert.raised': told,
  'alert.shown': z.strictObject({ ...alert, shown_at: Instant, to: line() }),
  'alert.acknowledged': told,
  /** version 2: until when it is put off, and why */
  'alert.snoozed': z.strictObject({ ...alert, to: line(), until: Instant, reason: Code.optional() }),
  'alert.resolved': told,
  'alert.retracted': told,
} as const;
