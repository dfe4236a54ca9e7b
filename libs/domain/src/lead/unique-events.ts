import type { LeadclockEvent } from '../events/event.js';
import { contentDigest, eventKey, winnerOf } from '../events/identity.js';
import { compareEvents } from '../events/order.js';

/** Two contents came under one identity: `counts` is the digest of the one that counts, `others` of those that do not. */
export interface Conflict {
  readonly source: string;
  readonly id: string;
  readonly counts: string;
  readonly others: readonly string[];
}

export interface UniqueEvents {
  /** each identity once, in the order of the fold */
  readonly sorted: readonly LeadclockEvent[];
  readonly conflicts: readonly Conflict[];
}

/** Sorts the events of one subject and settles repeats and conflicts, by EVENTS.md's rule of identity. */
export function uniqueEvents(events: readonly LeadclockEvent[]): UniqueEvents {
  if (events.length === 1) return { sorted: events, conflicts: [] };
  const byKey = new Map<string, LeadclockEvent | LeadclockEvent[]>();
  let repeated = false;
  for (const event of events) {
    const key = eventKey(event);
    const before = byKey.get(key);
    if (before === undefined) byKey.set(key, event);
    else {
      repeated = true;
      byKey.set(key, Array.isArray(before) ? [...before, event] : [before, event]);
    }
  }
  if (!repeated) return { sorted: events.toSorted(compareEvents), conflicts: [] };
  const conflicts: Conflict[] = [];
  const unique: LeadclockEvent[] = [];
  for (const entry of byKey.values()) {
    const settled = Array.isArray(entry) ? settle(entry) : { event: entry, conflict: null };
    unique.push(settled.event);
    if (settled.conflict !== null) conflicts.push(settled.conflict);
  }
  unique.sort(compareEvents);
  conflicts.sort((a, b) => compareText(eventKey(a), eventKey(b)));
  return { sorted: unique, conflicts };
}

/** Of one content heard more than once the earliest hearing counts; of several contents the smallest (recordedTime, digest). */
function settle(same: readonly LeadclockEvent[]): { event: LeadclockEvent; conflict: Conflict | null } {
  const contents = same.map((event) => ({ event, digest: contentDigest(event), recordedTime: event.recordedTime }));
  const { event, digest } = winnerOf(contents);
  const others = [...new Set(contents.map((content) => content.digest))].filter((other) => other !== digest).sort();
  const { source, id } = event;
  return { event, conflict: others.length === 0 ? null : { source, id, counts: digest, others } };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
