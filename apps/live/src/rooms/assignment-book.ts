import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import type { EventName } from '@leadclock/live-protocol/queue-lead.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';

const mostKept = 5_000;

/** The events that assigned leads last, which is what a claim of them names: read when a lead is shown, and again when it has changed. */
export class AssignmentBook {
  private readonly known = new Map<string, EventName | null>();

  constructor(private readonly dataSource: DataSource) {}

  forget(leads: Iterable<string>): void {
    for (const lead of leads) this.known.delete(lead);
  }

  forgetAll(): void {
    this.known.clear();
  }

  async of(leads: Iterable<string>): Promise<ReadonlyMap<string, EventName | null>> {
    const wanted = [...new Set(leads)];
    const unknown = wanted.filter((lead) => !this.known.has(lead));
    if (unknown.length > 0) {
      if (this.known.size + unknown.length > mostKept) this.known.clear();
      const events = await inSnapshot(this.dataSource, (snapshot) => eventsOfSubjects(snapshot, wanted));
      for (const lead of wanted) this.known.set(lead, lastAssignment(foldSubject(events.get(lead) ?? []).state));
    }
    return new Map(wanted.map((lead) => [lead, this.known.get(lead) ?? null]));
  }
}
