import type { LeadclockEvent } from '../events/event.js';
import { evolve } from '../lead/evolve.js';
import { foldSubject } from '../lead/fold-subject.js';
import type { SubjectState } from '../lead/lead-state.js';
import { newSubject } from '../lead/new-subject.js';
import { mergedEvents } from './merged-events.js';

/**
 * Folds a lead from the events of all leads that belong to it, in any order and with any repeats: the same set gives the same bytes. `root` need
 * not have events of its own. The state is not to be folded on: what comes next may have been recorded under any of the leads.
 */
export function foldLead(root: string, events: readonly LeadclockEvent[]): SubjectState {
  if (events.every(({ subject }) => subject === root)) return foldSubject(events).state;
  let state = newSubject(root);
  for (const { told, isTakenBack } of mergedEvents(root, events).sorted) if (!isTakenBack) state = evolve(state, told);
  return state;
}
