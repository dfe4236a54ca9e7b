import type { Asking } from './asking.js';
import type { Key } from './tally.js';

/** Whose a target is: exactly this team and this rep; both null: the company. */
export interface Scope {
  readonly team: string | null;
  readonly rep: string | null;
}

/** The dimensions that targets know. */
export const scopeDimensions = ['rep', 'team'] as const;

/** Whose target a group of an answer is held against; null: no target can be meant (nobody's deals, or those of several). */
export function scopeOf(key: Key, { by, filters }: Asking): Scope | null {
  const named = scopeDimensions.map((dimension) => {
    const wanted = filters[dimension];
    if (by.includes(dimension)) return key[dimension] ?? undefined;
    if (wanted === undefined) return null;
    return wanted.length === 1 ? (wanted[0] ?? undefined) : undefined;
  });
  const [rep, team] = named;
  return rep === undefined || team === undefined ? null : { rep, team };
}

export const isSameScope = (scope: Scope, key: Key): boolean => scope.team === (key['team'] ?? null) && scope.rep === (key['rep'] ?? null);
