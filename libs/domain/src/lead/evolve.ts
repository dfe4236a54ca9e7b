import { leadSubjectTypes, productTypes } from '../events/catalogue.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { alertHandlers } from './alerts.js';
import { arrivalHandlers } from './arrival.js';
import { dealHandlers } from './deals.js';
import { disputeHandlers } from './disputes.js';
import { fold, type Handlers } from './fold.js';
import { handoverHandlers } from './handover.js';
import type { SubjectState } from './lead-state.js';
import { otherHandlers } from './others.js';
import { ownerHandlers } from './owners.js';
import { progressHandlers } from './progress.js';
import { touchHandlers } from './touches.js';

const rateHandlers: Handlers = {
  'rate.set': (state, { data }, { at, order }) => ({
    ...state,
    rates: [...state.rates, { at, order, date: data.date, to: data.to, rate: data.rate }],
  }),
};

const step = fold({
  ...arrivalHandlers,
  ...ownerHandlers,
  ...handoverHandlers,
  ...progressHandlers,
  ...touchHandlers,
  ...dealHandlers,
  ...disputeHandlers,
  ...alertHandlers,
  ...rateHandlers,
  ...otherHandlers,
});

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The state after one more event, which must come after all that were folded. */
export function evolve(state: SubjectState, event: LeadclockEvent): SubjectState {
  const at = effectiveTime(event);
  const after = step(state, event, { at, order: state.events });
  // a handler that changes something has made a new state, which nobody else has seen: it is finished in place
  const next: Writable<SubjectState> = after === state ? { ...state } : after;
  next.events = state.events + 1;
  next.lastAt = at;
  if (next.owners !== state.owners) next.ownerEvent = { source: event.source, id: event.id };
  if (state.knownAt === null && leadSubjectTypes.has(event.type) && !productTypes.has(event.type)) next.knownAt = at;
  return next;
}
