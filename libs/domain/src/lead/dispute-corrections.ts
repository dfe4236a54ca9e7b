import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import type { Dispute } from './disputes.js';
import type { SubjectState } from './lead-state.js';

/** An event that an accepted dispute is followed by: its type and data; the lead is its subject. */
export interface Correction {
  readonly type: 'touchpoint.corrected' | 'event.retracted' | 'lead.assigned';
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What makes a dispute come true, if it is accepted; null: there is nothing to correct (any more).
 * - `answer`, or a touchpoint: it was made by the rep who disputes.
 * - `spam`: it never was a lead: every arrival of it is taken back.
 * - `owner`: the last change of owner is taken back if the lead was his before it, else he gets the lead.
 * `answer` is the touchpoint of the first answer, null: there is none.
 */
export function correctionsFor(
  { rep, about }: Dispute,
  state: SubjectState,
  events: readonly LeadclockEvent[],
  answer: string | null,
): readonly Correction[] | null {
  switch (about) {
    case 'answer':
      return answer === null ? null : [madeBy(answer, rep)];
    case 'spam': {
      const arrivals = events.filter((event) => event.type === 'lead.created' && !state.retracted.includes(eventKey(event)));
      const names = new Map(arrivals.map((event) => [eventKey(event), { source: event.source, id: event.id }]));
      return names.size === 0 ? null : [...names.values()].map((name) => takenBack(name, 'spam'));
    }
    case 'owner':
      return ownedBy(rep, state, events);
    default:
      return state.touches.some(({ id }) => id === about) ? [madeBy(about, rep)] : null;
  }
}

function ownedBy(rep: string, { owners, ownerEvent }: SubjectState, events: readonly LeadclockEvent[]): readonly Correction[] | null {
  if (owners.at(-1)?.owner === rep) return null;
  const made = events.find(({ source, id }) => source === ownerEvent?.source && id === ownerEvent.id);
  const canBeTakenBack = made !== undefined && made.type !== 'lead.created';
  if (canBeTakenBack && owners.at(-2)?.owner === rep) return [takenBack({ source: made.source, id: made.id }, 'disputed')];
  return [{ type: 'lead.assigned', data: { owner: rep, by: 'rule:dispute' } }];
}

const madeBy = (touchpoint: string, rep: string): Correction => ({ type: 'touchpoint.corrected', data: { touchpoint, rep } });

const takenBack = (name: { readonly source: string; readonly id: string }, reason: string): Correction => ({
  type: 'event.retracted',
  data: { ...name, reason },
});
