import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { instantOf } from '../events/instant.js';
import { retractedKeys } from '../lead/retractions.js';
import { uniqueEvents } from '../lead/unique-events.js';
import { bySubject } from './by-subject.js';

/** An alert as people were told of it. Instants are epoch milliseconds. */
export interface ToldAlert {
  readonly lead: string;
  readonly step: string;
  readonly due: number;
  readonly raised: number;
  /** whom it told, as `to` of its events says it */
  readonly to: string;
}

/** One that was raised, by its identity. */
export interface RaisedThen extends ToldAlert {
  readonly alert: string;
}

/** The alerts that the events of leads say were raised, each once, by when they were due. */
export function alertsTold(events: readonly LeadclockEvent[]): readonly RaisedThen[] {
  const raised = new Map<string, RaisedThen>();
  for (const same of bySubject(events).values()) {
    if (!same.some(({ type }) => type === 'alert.raised')) continue;
    const { sorted } = uniqueEvents(same);
    const never = retractedKeys(sorted);
    for (const event of sorted) {
      if (event.type !== 'alert.raised' || never.has(eventKey(event)) || raised.has(event.data.alert)) continue;
      const { alert, step, due_at, raised_at, to } = event.data;
      raised.set(alert, { alert, lead: event.subject, step, due: instantOf(due_at), raised: instantOf(raised_at), to });
    }
  }
  return [...raised.values()].toSorted((a, b) => a.due - b.due || a.raised - b.raised);
}
