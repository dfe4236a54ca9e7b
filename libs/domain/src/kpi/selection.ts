import type { FactKind } from '../facts/fact.js';
import type { Asking } from './asking.js';
import type { Dimension } from './dimension.js';
import type { Kpi } from './kpi.js';
import type { FactView } from './tally.js';

/**
 * What a store must hand over for an answer: at least the facts of `kinds` that are true at `trueAt`
 * (`from <= trueAt` and (`until` is null or later)), lie in `[at.from, at.to)` where a window is asked (a fact whose
 * `at` is null lies in none), and pass `filters` (each names a column of `fact`). More does no harm.
 */
export interface FactSelection {
  readonly kinds: readonly FactKind[];
  readonly at: { readonly from: number; readonly to: number } | null;
  readonly trueAt: number;
  readonly filters: readonly FactFilter[];
}

/** `column` is a property of Fact; null among the values: no value. */
export interface FactFilter {
  readonly column: 'rep' | 'team' | 'origin' | 'campaign' | 'channel' | 'segment' | 'product' | 'pipeline' | 'stage' | 'outcome' | 'touchChannel';
  readonly dimension: Dimension;
  readonly values: readonly (string | null)[];
}

export declare function factSelection(kpi: Kpi, asking: Asking): FactSelection;

/** Whether a fact is one of those the asking counts or excludes, apart from when it is true and where `at` lies. */
export declare function belongs(kpi: Kpi, asking: Asking): (fact: FactView) => boolean;

/** Whether a fact counts, or is counted as excluded, in the answer: belongs, true at `asOf`, in the window. */
export declare function counts(kpi: Kpi, asking: Asking): (fact: FactView) => boolean;
