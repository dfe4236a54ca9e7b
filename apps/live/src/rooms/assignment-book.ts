import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import type { EventName } from '@leadclock/live-protocol/queue-lead.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { LeadBook } from './lead-book.js';

const mostKept = 5_000;

export type AssignmentBook = LeadBook<EventName | null>;

/** The events that assigned leads last, which is what a claim of them names: read when a lead is shown, and again when it has changed. */
export const assignmentBook = (dataSource: DataSource): AssignmentBook =>
  new LeadBook<EventName | null>(async (leads) => {
    const events = await inSnapshot(dataSource, (snapshot) => eventsOfSubjects(snapshot, leads));
    return new Map(leads.map((lead) => [lead, lastAssignment(foldSubject(events.get(lead) ?? []).state)]));
  }, mostKept);
