import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eventKey } from '@leadclock/domain/events/identity.js';
import { compareEvents } from '@leadclock/domain/events/order.js';
import { foldSubject } from '@leadclock/domain/lead/fold-subject.js';
import { type VaultEntry, vaultEntry } from '@leadclock/read-model/queries/contact.query.js';
import { eventsOfSubjects } from '@leadclock/read-model/queries/events.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';

/** `GET /v1/leads/:id/contact`: the person, unmasked. Never to be logged. */
export interface LeadContact {
  readonly lead: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly company: string | null;
  readonly language: string | null;
  /** what the person wrote first: the note of an inbound touch that no rep logged */
  readonly message: string | null;
  /** what was noted since, the oldest first; notes of events that were taken back are left out */
  readonly notes: readonly ContactNote[];
}

interface ContactNote {
  readonly time: string;
  /** the event that it came with */
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly rep: string | null;
  readonly note: string;
}

/** `unknown`: there is no such lead; `erased`: its details were destroyed; `nothing`: none were ever told. */
export type NoContact = 'unknown' | 'erased' | 'nothing';

/** What the vault holds of the person behind a lead, or why there is nothing to show. */
export async function leadContact(dataSource: DataSource, lead: string): Promise<LeadContact | NoContact> {
  return inSnapshot(dataSource, async (snapshot) => {
    const events = (await eventsOfSubjects(snapshot, [lead])).get(lead);
    if (events === undefined) return 'unknown';
    const { state, retracted } = foldSubject(events);
    if (state.erasedAt !== null) return 'erased';
    const { contact, notes } = await vaultEntry(snapshot, lead);
    if (contact === null && notes.length === 0) return 'nothing';
    const told = noted(events, notes).filter(({ event }) => !retracted.includes(eventKey(event)));
    const first = told.find(({ event }) => isFromThePerson(event));
    const { name = null, phone = null, email = null, company = null, language = null } = contact ?? {};
    const rest = told.filter((one) => one !== first).map(asNote);
    return { lead, name, phone, email, company, language, message: first?.note ?? null, notes: rest };
  });
}

interface Noted {
  readonly event: LeadclockEvent;
  readonly note: string;
}

/** Each event once, in their order; a note whose event was not read yet waits for it. */
function noted(events: readonly LeadclockEvent[], notes: VaultEntry['notes']): readonly Noted[] {
  const texts = new Map(notes.map(({ source, id, note }) => [eventKey({ source, id }), note]));
  return events.toSorted(compareEvents).flatMap((event) => {
    const note = texts.get(eventKey(event));
    texts.delete(eventKey(event));
    return note === undefined ? [] : [{ event, note }];
  });
}

const isFromThePerson = ({ type, data }: LeadclockEvent): boolean =>
  type === 'touchpoint.recorded' && data.direction === 'inbound' && data.rep === undefined;

function asNote({ event, note }: Noted): ContactNote {
  const { type, source, id, time } = event;
  const rep = 'rep' in event.data ? (event.data.rep ?? null) : null;
  return { time: new Date(time).toISOString(), type, source, id, rep, note };
}
