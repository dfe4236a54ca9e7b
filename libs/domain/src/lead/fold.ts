import type { EventType } from '../events/catalogue.js';
import type { EventOf, LeadclockEvent } from '../events/event.js';
import type { SubjectState } from './lead-state.js';

/** Where an event stands: its effective time and its place among the folded events of the subject. */
export interface Moment {
  readonly at: number;
  readonly order: number;
}

/** What an event of one type does to the subject. */
export type Handler<T extends EventType> = (state: SubjectState, event: EventOf<T>, moment: Moment) => SubjectState;

/** A handler for each type that changes the state; the others are counted only. */
export type Handlers = { readonly [T in EventType]?: Handler<T> };

/** Makes one step of the fold of a map of handlers. */
export function fold(handlers: Handlers): (state: SubjectState, event: LeadclockEvent, moment: Moment) => SubjectState {
  const step = <T extends EventType>(state: SubjectState, event: EventOf<T>, moment: Moment): SubjectState => {
    const handler: Handlers[T] = handlers[event.type];
    return handler === undefined ? state : handler(state, event, moment);
  };
  return step;
}
