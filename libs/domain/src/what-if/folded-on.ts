import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { compareEvents } from '../events/order.js';
import { canFoldOn, foldOn } from '../lead/fold-subject.js';
import type { SubjectState } from '../lead/lead-state.js';

/** What events of one lead come to, with the events. */
export interface FoldedEvents {
  readonly events: readonly LeadclockEvent[];
  readonly state: SubjectState;
}

/** Folds those on that have come since, where that gives the same as folding all; null: all have to be folded. */
export function foldedOn({ events: before, state: known }: FoldedEvents, events: readonly LeadclockEvent[]): SubjectState | null {
  if (before.length > events.length || before.some((event, place) => event !== events[place])) return null;
  const names = new Set(before.map(eventKey));
  let last = before.reduce<LeadclockEvent | null>((late, event) => (late === null || compareEvents(event, late) > 0 ? event : late), null);
  let state = known;
  for (const event of events.slice(before.length)) {
    const isNew = event.subject === known.subject && event.type !== 'lead.merged' && !names.has(eventKey(event));
    if (last === null || !isNew || !canFoldOn(state, last, event)) return null;
    state = foldOn(state, event);
    names.add(eventKey(event));
    last = event;
  }
  return state;
}
