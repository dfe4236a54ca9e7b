import type { Named } from './lead-state.js';

/** A history after a value was named: the one that already holds adds nothing. */
export function named(history: readonly Named[], at: number, value: string | undefined): readonly Named[] {
  return value === undefined || history.at(-1)?.value === value ? history : [...history, { at, value }];
}

/** The value of an attribute at an instant: null until it is named. */
export const valueAt = (attribute: Named | null, at: number): string | null =>
  attribute !== null && attribute.at <= at ? attribute.value : null;

/** The value that a history sorted by `at` gives at an instant: the last entry at or before it. */
export function heldAt<T extends { readonly at: number }>(history: readonly T[], at: number): T | null {
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const entry = history[i];
    if (entry !== undefined && entry.at <= at) return entry;
  }
  return null;
}
