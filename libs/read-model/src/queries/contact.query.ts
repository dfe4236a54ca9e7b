import type { Contact } from '@leadclock/domain/events/personal.js';
import type { Snapshot } from './snapshot.js';

/** What the vault holds of a lead. Never to be logged, nor to be part of an error. */
export interface VaultEntry {
  /** of several told the one told last; null: none */
  readonly contact: { readonly [field in keyof Contact]-?: string | null } | null;
  /** by the event that each was part of */
  readonly notes: readonly { readonly source: string; readonly id: string; readonly note: string }[];
}

export async function vaultEntry({ em }: Snapshot, lead: string): Promise<VaultEntry> {
  const [contact] = await em.query<NonNullable<VaultEntry['contact']>[]>(
    'select name, email, phone, company, language from contact where lead = $1',
    [lead],
  );
  const notes = await em.query<VaultEntry['notes']>('select source, id, note from note where subject = $1', [lead]);
  return { contact: contact ?? null, notes };
}
