import { type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import type { LiveFigure } from './live-figure.js';

/** Which facts of a kind can count now or later. */
export interface FactScope {
  readonly kind: FactKind;
  /** those placed at it or after; null: wherever they are placed */
  readonly since: number | null;
  /** those that are true at some instant after it */
  readonly trueAfter: number;
}

/** What figures need of each kind that they read, from a present on. */
export function factScopes(figures: readonly LiveFigure[], now: number): readonly FactScope[] {
  return factKinds.flatMap((kind) => {
    const readers = figures.filter(({ kinds }) => kinds.includes(kind));
    if (readers.length === 0) return [];
    const starts = readers.map((figure) => figure.start(now));
    const since = starts.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)));
    return [{ kind, since, trueAfter: Math.min(...readers.map((figure) => figure.trueAfter(now))) }];
  });
}
