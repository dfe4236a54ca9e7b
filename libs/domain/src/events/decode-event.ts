import type { LeadclockEvent } from './event.js';

/** What a line of the log is: an event, or why it is none (it is parked under that reason). */
export type Decoded =
  | { readonly ok: true; readonly event: LeadclockEvent }
  | { readonly ok: false; readonly reason: string };

/** Reads a line that `encodeEvent` wrote, of this or of an earlier version of its type. Never throws. */
export function decodeEvent(_value: string): Decoded {
  throw new Error('not yet');
}
