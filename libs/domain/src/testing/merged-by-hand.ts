import type { LeadclockEvent } from '../events/event.js';
import { compareEvents } from '../events/order.js';

/**
 * The events as if each merged lead's had been sent about the lead it belongs to: how the data sets' merges are answered
 * while the projector stores merges without acting on them. A later edge of a child replaces the earlier one, one that
 * would close a circle is skipped, `into: null` takes it back. Touchpoints and deals are named by the lead they came under.
 */
export function mergedByHand(events: readonly LeadclockEvent[]): readonly LeadclockEvent[] {
  const into = new Map<string, string>();
  for (const event of events.filter(({ type }) => type === 'lead.merged').toSorted(compareEvents)) {
    if (event.type !== 'lead.merged') continue;
    into.delete(event.subject);
    if (event.data.into !== null && rootOf(into, event.data.into) !== event.subject) into.set(event.subject, event.data.into);
  }
  const merged = new Set([...into.keys(), ...[...into.keys()].map((child) => rootOf(into, child))]);
  return events.map((event) => (merged.has(event.subject) ? moved(event, rootOf(into, event.subject)) : event));
}

function rootOf(into: ReadonlyMap<string, string>, lead: string): string {
  const next = into.get(lead);
  return next === undefined ? lead : rootOf(into, next);
}

function moved(event: LeadclockEvent, subject: string): LeadclockEvent {
  const named = (id: string): string => `${event.subject} ${id}`;
  switch (event.type) {
    case 'touchpoint.recorded':
      return { ...event, subject, data: { ...event.data, touchpoint: named(event.data.touchpoint) } };
    case 'touchpoint.corrected':
      return { ...event, subject, data: { ...event.data, touchpoint: named(event.data.touchpoint) } };
    case 'touchpoint.retracted':
      return { ...event, subject, data: { ...event.data, touchpoint: named(event.data.touchpoint) } };
    case 'deal.opened':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    case 'deal.stage_changed':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    case 'deal.revised':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    case 'deal.won':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    case 'deal.lost':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    case 'deal.reopened':
      return { ...event, subject, data: { ...event.data, deal: named(event.data.deal) } };
    default:
      return { ...event, subject };
  }
}
