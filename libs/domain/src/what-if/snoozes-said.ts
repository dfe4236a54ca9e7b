import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { instantOf } from '../events/instant.js';
import { retractedKeys } from '../lead/retractions.js';
import { uniqueEvents } from '../lead/unique-events.js';
import { bySubject } from './by-subject.js';

/** That somebody put an alert off. Instants are epoch milliseconds. */
export interface SnoozeSaid {
  /** identity of the alert that was raised */
  readonly alert: string;
  readonly recorded: number;
  readonly until: number;
}

/** What the events of leads say of alerts that were put off, by when it was recorded. */
export function snoozesSaid(events: readonly LeadclockEvent[]): readonly SnoozeSaid[] {
  const said: SnoozeSaid[] = [];
  for (const same of bySubject(events).values()) {
    if (!same.some(({ type }) => type === 'alert.snoozed')) continue;
    const { sorted } = uniqueEvents(same);
    const never = retractedKeys(sorted);
    for (const event of sorted)
      if (event.type === 'alert.snoozed' && !never.has(eventKey(event)))
        said.push({ alert: event.data.alert, recorded: event.recordedTime, until: instantOf(event.data.until) });
  }
  return said.toSorted((a, b) => a.recorded - b.recorded);
}
