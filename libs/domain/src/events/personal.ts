import { z } from 'zod';
import type { EventType } from './catalogue.js';
import { Note, line } from './text.js';

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

/** The fields of `data` that senders may use but that are never written to the log. */
export const personalFields: Partial<Record<EventType, Readonly<Record<string, z.ZodType>>>> = {
  'lead.created': { contact: Contact },
  'lead.follow_up_set': { note: Note },
  'lead.disputed': { note: Note },
  'touchpoint.recorded': { note: Note },
  'touchpoint.corrected': { note: Note },
};
