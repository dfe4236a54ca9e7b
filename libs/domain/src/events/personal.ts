import { z } from 'zod';
import type { EventType } from './catalogue.js';
import type { JsonObject } from './envelope.js';
import { type Problem, problemOf } from './problem.js';
import { line, Note } from './text.js';

/** Who the lead is. It goes to the vault and never to the log. */
export const Contact = z.strictObject({
  name: line().optional(),
  email: line(320).optional(),
  phone: line(64).optional(),
  company: line().optional(),
  language: line(64).optional(),
});

export type Contact = z.output<typeof Contact>;

/** What was taken out of an event: the vault keeps it under the event's subject, source and id. */
export interface Personal {
  readonly contact?: Contact;
  readonly notes?: { readonly note: string };
}

/** Free text may stand in the data of these. */
const typesWithNote: ReadonlySet<EventType> = new Set([
  'lead.follow_up_set',
  'lead.disputed',
  'lead.dispute_decided',
  'touchpoint.recorded',
  'touchpoint.corrected',
]);

/** The fields of a type's `data` that senders may use but that are never written to the log. */
export function personalFields(type: EventType): Readonly<Record<string, z.ZodType>> {
  if (type === 'lead.created') return { contact: Contact };
  return typesWithNote.has(type) ? { note: Note } : {};
}

export type Taken =
  | { readonly ok: true; readonly data: JsonObject; readonly personal: Personal | null }
  | ({ readonly ok: false } & Problem);

/** Takes what belongs into the vault out of an event's data, checked. */
export function takePersonal(type: EventType, data: JsonObject): Taken {
  if (type === 'lead.created') {
    if (data.contact === undefined) return { ok: true, data, personal: null };
    const { contact, ...rest } = data;
    const read = Contact.safeParse(contact);
    if (!read.success) return { ok: false, ...problemOf(read.error, Contact, contact, '$.data.contact') };
    return { ok: true, data: rest, personal: Object.keys(read.data).length === 0 ? null : { contact: read.data } };
  }
  if (data.note === undefined || !typesWithNote.has(type)) return { ok: true, data, personal: null };
  const { note, ...rest } = data;
  const read = Note.safeParse(note);
  if (!read.success) return { ok: false, ...problemOf(read.error, Note, note, '$.data.note') };
  return { ok: true, data: rest, personal: read.data === '' ? null : { notes: { note: read.data } } };
}
