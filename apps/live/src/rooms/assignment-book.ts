import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import type { EventName } from '@leadclock/live-protocol/event-name.js';
import { eventsOfLeads } from '@leadclock/read-model/queries/merged-leads.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { LeadBook } from './lead-book.js';

const mostKept = 5_000;

export type AssignmentBook = LeadBook<EventName | null>;

/** The events that assigned leads last, which is what a claim of them names: read when a lead is shown, and again when it has changed. */
export const assignmentBook = (dataSource: DataSource): AssignmentBook =>
  new LeadBook<EventName | null>(async (leads) => {
    const events = await inSnapshot(dataSource, (snapshot) => eventsOfLeads(snapshot, leads));
    return new Map(leads.map((lead) => [lead, assignmentOf(lead, events.get(lead) ?? [])]));
  }, mostKept);

const assignmentOf = (lead: string, events: readonly LeadclockEvent[]): EventName | null =>
  events.length === 0 ? null : lastAssignment(foldLead(lead, events));
