import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { type EventName, eventKey } from '@leadclock/domain/events/identity.js';
import { foldLead } from '@leadclock/domain/merges/fold-lead.js';
import { mergedEvents } from '@leadclock/domain/merges/merged-events.js';
import { type VaultEntry, vaultEntries } from '@leadclock/read-model/queries/contact.query.js';
import { eventsOfLeads, membersOf, mergedInto } from '@leadclock/read-model/queries/merged-leads.query.js';
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
    const root = (await mergedInto(snapshot, lead)) ?? lead;
    const members = (await membersOf(snapshot, [root])).get(root) ?? [root];
    const events = (await eventsOfLeads(snapshot, [root])).get(root);
    if (events === undefined) return 'unknown';
    // one that was erased speaks for all that belong together: they are one person
    if (foldLead(root, events).erasedAt !== null) return 'erased';
    // a lead that was merged away shows what it was told itself; the one that it went into, what any of them was
    const entries = await vaultEntries(snapshot, root === lead ? members : [lead]);
    if (entries.every(({ contact, notes }) => contact === null && notes.length === 0)) return 'nothing';
    const told = noted(events, entries);
    const first = told.find(({ event }) => isFromThePerson(event));
    const field = (name: keyof NonNullable<VaultEntry['contact']>): string | null =>
      entries.find(({ contact }) => contact !== null && contact[name] !== null)?.contact?.[name] ?? null;
    return {
      lead,
      name: field('name'),
      phone: field('phone'),
      email: field('email'),
      company: field('company'),
      language: field('language'),
      message: first?.note ?? null,
      notes: told.filter((one) => one !== first).map(asNote),
    };
  });
}

interface Noted {
  readonly event: LeadclockEvent;
  readonly note: string;
}

/** The events that count, in their order; a note whose event was not read yet waits for it. */
function noted(events: readonly LeadclockEvent[], entries: readonly VaultEntry[]): readonly Noted[] {
  const nameOf = (lead: string, { source, id }: EventName): string => `${lead}\u0000${eventKey({ source, id })}`;
  const texts = new Map(entries.flatMap(({ lead, notes }) => notes.map((one) => [nameOf(lead, one), one.note] as const)));
  return mergedEvents('', events).sorted.flatMap(({ event, isTakenBack }) => {
    const note = isTakenBack ? undefined : texts.get(nameOf(event.subject, event));
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
