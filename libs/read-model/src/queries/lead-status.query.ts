import { eventKey } from '@leadclock/domain/events/identity.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { lastAssignment } from '@leadclock/domain/lead/owners.js';
import type { DataSource } from 'typeorm';
import { eventsOfSubjects } from './events.query.js';
import { leadLine } from './leads.query.js';
import { inSnapshot } from './snapshot.js';

/** How a lead stands, as far as the projector has come: what a command must know. Instants are epoch milliseconds. */
export interface LeadStanding {
  readonly owner: string | null;
  readonly ownerSince: number | null;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly closedAt: number | null;
  readonly mergedInto: string | null;
  readonly erasedAt: number | null;
  /** the event that assigned it last, lead.created among them; null: none */
  readonly assignment: { readonly source: string; readonly id: string } | null;
  /** whose claim of that assignment holds */
  readonly claimedBy: string | null;
  /** touchpoint.recorded events, and whether each was taken back */
  readonly touches: readonly { readonly source: string; readonly id: string; readonly rep: string | null; readonly takenBack: boolean }[];
}

/** The one question that the door asks of the read model. null: there is no such lead, or it is not known here yet. */
export async function leadStatus(dataSource: DataSource, lead: string): Promise<LeadStanding | null> {
  return inSnapshot(dataSource, async (snapshot) => {
    const line = await leadLine(snapshot, lead);
    if (line === null) return null;
    const events = (await eventsOfSubjects(snapshot, [lead])).get(lead);
    if (events === undefined) return null;
    const { state, retracted } = foldSubject(events);
    const { owner, ownerSince, answeredAt, answeredBy, closedAt } = line;
    return {
      owner,
      ownerSince,
      answeredAt,
      answeredBy,
      closedAt,
      mergedInto: state.mergedInto,
      erasedAt: state.erasedAt,
      assignment: lastAssignment(state),
      claimedBy: state.claim?.by ?? null,
      touches: events.flatMap((event) =>
        event.type === 'touchpoint.recorded'
          ? [{ source: event.source, id: event.id, rep: event.data.rep ?? null, takenBack: retracted.includes(eventKey(event)) }]
          : [],
      ),
    };
  });
}
