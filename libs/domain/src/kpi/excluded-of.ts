import { countName } from './count-names.js';
import type { Excluded, TallyPart } from './tally.js';

const nothingLeftOut: Excluded = {};

/** What one part of a group leaves out: what its tally left out itself, and, unless it stands aside, what the whole group did. */
export function excludedOf(part: TallyPart, excluded: ReadonlyMap<string, number> | null): Excluded {
  if (part.excluded === undefined && excluded === null) return nothingLeftOut;
  const counted = new Map(part.excluded === undefined ? [] : Object.entries(part.excluded));
  if (part.aside !== true) for (const [reason, n] of excluded ?? []) countName(counted, reason, n);
  if (counted.size === 0) return nothingLeftOut;
  return Object.fromEntries([...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
