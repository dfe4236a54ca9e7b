import type { LeadclockEvent } from '../events/event.js';
import { type EventName, eventKey } from '../events/identity.js';
import { compareEvents, compareUtf8 } from '../events/order.js';
import { retractedKeys } from '../lead/retractions.js';
import { type Conflict, uniqueEvents } from '../lead/unique-events.js';
import { itemName } from './item-name.js';

/** One event of a merged lead: as it was recorded, and as the merged lead is told of it. */
export interface MergedEvent {
  readonly event: LeadclockEvent;
  readonly told: LeadclockEvent;
  /** a retraction of its own lead names it: it counts as never sent */
  readonly isTakenBack: boolean;
}

export interface MergedEvents {
  /** in the order of the fold; of events that share time, source and id the lead's name decides */
  readonly sorted: readonly MergedEvent[];
  readonly conflicts: readonly (Conflict & { readonly subject: string })[];
}

/**
 * Puts the events of all leads that belong to `root` into one order. Identity and retractions hold within the lead that an event was recorded
 * under. Touchpoints and deals are named by that lead and their id, and so are events of one name that several of the leads have.
 */
export function mergedEvents(root: string, events: readonly LeadclockEvent[]): MergedEvents {
  const bySubject = new Map<string, LeadclockEvent[]>();
  for (const event of events) {
    const same = bySubject.get(event.subject);
    if (same === undefined) bySubject.set(event.subject, [event]);
    else same.push(event);
  }
  const names = new Map<string, number>();
  const conflicts: (Conflict & { subject: string })[] = [];
  const found: { event: LeadclockEvent; own: ReadonlySet<string>; isTakenBack: boolean }[] = [];
  for (const [subject, same] of bySubject) {
    const settled = uniqueEvents(same);
    const never = retractedKeys(settled.sorted);
    const own = new Set(settled.sorted.map(eventKey));
    for (const key of own) names.set(key, (names.get(key) ?? 0) + 1);
    for (const event of settled.sorted) found.push({ event, own, isTakenBack: never.has(eventKey(event)) });
    for (const conflict of settled.conflicts) conflicts.push({ subject, ...conflict });
  }
  found.sort((a, b) => compareEvents(a.event, b.event) || compareUtf8(a.event.subject, b.event.subject));
  const isShared = (name: EventName): boolean => (names.get(eventKey(name)) ?? 0) > 1;
  return {
    sorted: found.map(({ event, own, isTakenBack }) => ({ event, told: toldTo(root, event, own, isShared), isTakenBack })),
    conflicts,
  };
}

/** The event as if it had been recorded about the root. */
function toldTo(root: string, event: LeadclockEvent, own: ReadonlySet<string>, isShared: (name: EventName) => boolean): LeadclockEvent {
  const { subject } = event;
  const nameOf = (name: EventName): EventName =>
    isShared(name) && own.has(eventKey(name)) ? { source: itemName(root, subject, name.source), id: name.id } : name;
  const { source, id } = nameOf(event);
  const item = (name: string): string => itemName(root, subject, name);
  // who disputes under the root names things as the merged lead does
  const about = (what: string): string => (subject === root || disputable.has(what) ? what : item(what));
  return { ...withNames(event, item, about, nameOf), source, id, subject: root };
}

/** What a dispute may be about besides a touchpoint. */
const disputable: ReadonlySet<string> = new Set(['answer', 'owner', 'spam']);

function withNames(
  event: LeadclockEvent,
  item: (id: string) => string,
  about: (what: string) => string,
  nameOf: (name: EventName) => EventName,
): LeadclockEvent {
  switch (event.type) {
    case 'touchpoint.recorded':
      return { ...event, data: { ...event.data, touchpoint: item(event.data.touchpoint) } };
    case 'touchpoint.corrected':
      return { ...event, data: { ...event.data, touchpoint: item(event.data.touchpoint) } };
    case 'touchpoint.retracted':
      return { ...event, data: { ...event.data, touchpoint: item(event.data.touchpoint) } };
    case 'deal.opened':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'deal.stage_changed':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'deal.revised':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'deal.won':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'deal.lost':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'deal.reopened':
      return { ...event, data: { ...event.data, deal: item(event.data.deal) } };
    case 'lead.disputed':
      return { ...event, data: { ...event.data, about: about(event.data.about) } };
    case 'lead.claimed':
      return event.data.assignment === undefined ? event : { ...event, data: { ...event.data, assignment: nameOf(event.data.assignment) } };
    default:
      return event;
  }
}
