import type { Asking } from '@leadclock/domain/kpi/asking.js';
import type { Aggregate } from '@leadclock/domain/kpi/kpi.js';
import { factSelection } from '@leadclock/domain/kpi/selection.js';
import type { StoredSelection } from '@leadclock/read-model/queries/fact-where.js';

/** The facts that one of several askings counts: all that lie in any of their windows, and were true at any instant from their first to their last. */
export function wideSelection(of: Aggregate, askings: readonly Asking[]): StoredSelection {
  const [first, ...more] = askings.map((asking) => factSelection(of, asking));
  if (first === undefined) throw new Error('a selection is of at least one asking');
  return more.reduce<StoredSelection>(
    (all, { at, trueAt }) => ({
      ...all,
      at: all.at === null || at === null ? null : { from: Math.min(all.at.from, at.from), to: Math.max(all.at.to, at.to) },
      trueAt: Math.max(all.trueAt, trueAt),
      trueFrom: Math.min(all.trueFrom ?? all.trueAt, trueAt),
    }),
    first,
  );
}
