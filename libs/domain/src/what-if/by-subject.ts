import type { LeadclockEvent } from '../events/event.js';

/** Events by what they are about, in the order in which they are given. */
export function bySubject(events: readonly LeadclockEvent[]): ReadonlyMap<string, readonly LeadclockEvent[]> {
  const subjects = new Map<string, LeadclockEvent[]>();
  for (const event of events) {
    const same = subjects.get(event.subject);
    if (same === undefined) subjects.set(event.subject, [event]);
    else same.push(event);
  }
  return subjects;
}
