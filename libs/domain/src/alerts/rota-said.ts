import type { LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { retractedKeys } from '../lead/retractions.js';
import { uniqueEvents } from '../lead/unique-events.js';
import type { RepStatus } from './availability.js';

/** A turn of a rota: whose it was, and when (epoch ms). */
export interface Turn {
  readonly rep: string;
  readonly at: number;
}

/** Who had the last turn, by the events of a team; null: nobody yet. What was taken back never was. */
export function lastTurnOf(events: readonly LeadclockEvent[]): Turn | null {
  const last = standingEvents(events).findLast((event) => event.type === 'rota.advanced');
  return last?.type === 'rota.advanced' ? { rep: last.data.rep, at: last.time } : null;
}

/** What a rep is doing, since when (epoch ms), and who said so; `by` null: he himself. */
export interface StatusSaid {
  readonly status: RepStatus;
  readonly at: number;
  readonly by: string | null;
}

/** What a rep said last of himself, or what was said for him; null: nothing. */
export const statusSaid = (events: readonly LeadclockEvent[]): StatusSaid | null => statusesSaid(events).at(-1) ?? null;

/** All that was said of a rep, in its order. */
export function statusesSaid(events: readonly LeadclockEvent[]): readonly StatusSaid[] {
  return standingEvents(events).flatMap((event) =>
    event.type === 'rep.status_changed' ? [{ status: event.data.status, at: event.time, by: event.data.by ?? null }] : [],
  );
}

export const statusOf = (events: readonly LeadclockEvent[]): RepStatus | null => statusSaid(events)?.status ?? null;

/** Without what was said again or taken back, in the order of events. */
export function standingEvents(events: readonly LeadclockEvent[]): readonly LeadclockEvent[] {
  if (events.length === 0) return events;
  const { sorted } = uniqueEvents(events);
  const never = retractedKeys(sorted);
  return sorted.filter((event) => !never.has(eventKey(event)));
}
