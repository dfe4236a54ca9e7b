import { eventKey } from '@leadclock/domain/events/identity.js';
import type { Contact } from '@leadclock/domain/events/personal.js';
import type { Snapshot } from './snapshot.js';

/** What the vault holds of a lead. Never to be logged, nor to be part of an error. */
export interface VaultEntry {
  readonly lead: string;
  /** of several told the one told last; null: none */
  readonly contact: { readonly [field in keyof Contact]-?: string | null } | null;
  /** by the event that each was part of */
  readonly notes: readonly { readonly source: string; readonly id: string; readonly note: string }[];
}

/** In the order of the leads. */
export async function vaultEntries({ em }: Snapshot, leads: readonly string[]): Promise<readonly VaultEntry[]> {
  const contacts = await em.query<(NonNullable<VaultEntry['contact']> & { lead: string })[]>(
    'select lead, name, email, phone, company, language from contact where lead = any($1)',
    [leads],
  );
  const notes = await em.query<{ lead: string; source: string; id: string; note: string }[]>(
    'select subject as lead, source, id, note from note where subject = any($1)',
    [leads],
  );
  return leads.map((lead) => ({
    lead,
    contact: contacts.find((contact) => contact.lead === lead) ?? null,
    notes: notes.filter((note) => note.lead === lead),
  }));
}

/** By lead, the notes that the vault holds of its events, by `eventKey`. Never to be logged. */
export async function notesOf({ em }: Snapshot, leads: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await em.query<{ lead: string; source: string; id: string; note: string }[]>(
    'select subject as lead, source, id, note from note where subject = any($1)',
    [leads],
  );
  const notes = new Map<string, Map<string, string>>();
  for (const { lead, source, id, note } of rows) {
    const known = notes.get(lead) ?? new Map<string, string>();
    notes.set(lead, known.set(eventKey({ source, id }), note));
  }
  return notes;
}
