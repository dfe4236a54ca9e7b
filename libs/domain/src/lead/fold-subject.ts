import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { compareEvents, type SortKey } from '../events/order.js';
import { evolve } from './evolve.js';
import type { SubjectState } from './lead-state.js';
import { newSubject } from './new-subject.js';
import { retractedKeys } from './retractions.js';
import { type Conflict, uniqueEvents } from './unique-events.js';

export type { Conflict } from './unique-events.js';

export interface FoldedSubject {
  readonly state: SubjectState;
  readonly conflicts: readonly Conflict[];
  /** keys of the events that retractions name and that count as never sent */
  readonly retracted: readonly string[];
}

/**
 * Folds all events of one subject, in any order and with any repeats: the same set gives the same bytes.
 * Throws on an empty list: a subject is known by its events.
 */
export function foldSubject(events: readonly LeadclockEvent[]): FoldedSubject {
  const first = events[0];
  if (first === undefined) throw new RangeError('a subject without events cannot be folded');
  const { sorted, conflicts } = uniqueEvents(events);
  const never = retractedKeys(sorted);
  const retracted = never.size === 0 ? noKeys : [...never].sort();
  let state = newSubject(first.subject);
  for (const event of sorted) {
    if (never.size === 0 || !never.has(eventKey(event))) state = evolve(state, event);
  }
  return { state: retracted.length === 0 ? state : { ...state, retracted }, conflicts, retracted };
}

/**
 * Whether one more event can be folded on: it comes after the last one and takes back nothing. The caller knows that
 * its identity is new (a repeat heard earlier, or a conflict, folds from scratch); `last` is the greatest sort key of
 * all events of the subject, retracted ones among them.
 */
export function canFoldOn(state: SubjectState, last: SortKey, event: LeadclockEvent): boolean {
  return (
    event.type !== 'event.retracted' &&
    compareEvents(event, last) > 0 &&
    (state.retracted.length === 0 || !state.retracted.includes(eventKey(event)))
  );
}

/** Folds one more event on, after `canFoldOn` has allowed it: equal to folding from scratch. */
export const foldOn = (state: SubjectState, event: LeadclockEvent): SubjectState => evolve(state, event);

const noKeys: readonly string[] = [];
