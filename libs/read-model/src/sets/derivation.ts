import type { DataSource, EntityManager } from 'typeorm';
import type { CurrentSet } from './current-set.js';

/**
 * How this program makes the rows of a set from the log. Raise `version` when the same log comes to other rows than in the release before,
 * by its events, facts, summaries, deadlines or tables: sets that were made otherwise are then named until they are rebuilt.
 * `fingerprint` is what the rows of a fixed log come to; fingerprint.int.spec.ts of the projector says when it moved, and to what.
 */
export const derivation = { version: 2, fingerprint: '435bf9fdb9a13c49' } as const;

/** The derivation that a set was made by, and that of this program. */
export interface Derivations {
  /** null: before they were numbered */
  readonly set: number | null;
  readonly program: number;
}

/** The current set with the derivation that it was made by; throws when no installation was opened yet. */
export async function currentMadeSet(from: DataSource | EntityManager): Promise<CurrentSet & { readonly derivation: Derivations }> {
  const [row] = await from.query<(CurrentSet & { derivation: number | null })[]>('select name, epoch, derivation from current_set');
  if (!row) throw new Error('there is no current set: openInstallation was not called');
  return { name: row.name, epoch: row.epoch, derivation: { set: row.derivation, program: derivation.version } };
}

/** Why the rows of a set are not all what this program makes of the log, with the way out; null when they are. */
export function madeOtherwise({ set, program }: Derivations): string | null {
  if (set === program) return null;
  const made =
    set === null
      ? 'the set was made before derivations were numbered, this program makes'
      : `the set was made by derivation ${set}, this program makes`;
  const way =
    set !== null && set > program ? 'start the newer program again, or run leadclock rebuild with this one' : 'run leadclock rebuild';
  return `${made} ${program}: figures mix both; ${way}`;
}
