import { effectiveTime, type LeadclockEvent } from '../events/event.js';
import { eventKey } from '../events/identity.js';
import { retractedKeys } from '../lead/retractions.js';
import { uniqueEvents } from '../lead/unique-events.js';

/** What a lead.merged that counts says: everything of `child` belongs to `into`; null: the merge before it is taken back. */
export interface MergeEdge {
  readonly child: string;
  readonly into: string | null;
  /** effective time of the event, epoch milliseconds */
  readonly time: number;
  readonly source: string;
  readonly id: string;
}

/**
 * The edges that the events of one lead say, in their order: each identity once, without those that were taken back. All of the lead's events
 * are needed: another content may have come under the identity of a merge, and a retraction may itself have been taken back.
 */
export function edgesOf(events: readonly LeadclockEvent[]): readonly MergeEdge[] {
  if (!events.some(({ type }) => type === 'lead.merged')) return none;
  const { sorted } = uniqueEvents(events);
  const never = retractedKeys(sorted);
  return sorted.flatMap((event) =>
    event.type !== 'lead.merged' || never.has(eventKey(event))
      ? []
      : [{ child: event.subject, into: event.data.into, time: effectiveTime(event), source: event.source, id: event.id }],
  );
}

const none: readonly MergeEdge[] = [];
