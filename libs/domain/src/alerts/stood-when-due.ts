import type { Configuration } from '../configuration/configuration.js';
import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { deadlinesOf } from '../lead/deadlines.js';
import { foldLead } from '../merges/fold-lead.js';
import { tellsOf } from './rounds.js';
import { repeatOf, stepOf } from './step-of.js';

/**
 * Whether an alert told of something that was so: of all that is known by now, what had happened up to its deadline left the deadline standing.
 * False: an answer, a closing, a pause or a handover came in time and was heard too late; who was told is to be told so. What is taken back by
 * an event.retracted counts as never sent, whenever that came. `events`: those of the lead and of all that were merged into it.
 */
export function stoodWhenDue(
  lead: string,
  events: readonly LeadclockEvent[],
  configuration: Configuration,
  alert: { readonly id: string; readonly dueAt: number },
): boolean {
  const before = events.filter((event) => event.type === 'event.retracted' || effectiveTime(event) <= alert.dueAt);
  if (before.length === 0) return false;
  const state = foldLead(lead, before);
  return deadlinesOf(state, configuration).some((deadline) => {
    const found = stepOf(configuration, deadline.policy, deadline.step);
    return deadline.dueAt <= alert.dueAt && tellsOf(alert.id, state.subject, deadline, found === null ? null : repeatOf(found.step));
  });
}
