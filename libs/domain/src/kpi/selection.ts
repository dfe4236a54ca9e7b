import type { Fact, FactKind } from '../facts/fact.js';
import type { Asking } from './asking.js';
import { columnReaders, type DerivedDimension, type Dimension, type DimensionReader, isDerived, isDimension } from './dimension.js';
import { type Aggregate, beginsWithRow } from './kpi.js';
import type { FactView } from './tally.js';

/**
 * What a store must hand over for an answer: at least the facts of `kinds` that are true at `trueAt`
 * (`from <= trueAt` and (`until` is null or later)), lie in `[at.from, at.to)` where a window is asked (a fact whose
 * `at` is null lies in none), and pass `filters`. More does no harm: the answer chooses again.
 */
export interface FactSelection {
  readonly kinds: readonly FactKind[];
  readonly at: { readonly from: number; readonly to: number } | null;
  readonly trueAt: number;
  readonly filters: readonly FactFilter[];
}

/** `column` is a property of Fact; null among the values: no value. */
export interface FactFilter {
  readonly column: keyof Pick<Fact, FilterColumn>;
  readonly values: readonly (string | null)[];
}

type FilterColumn = Exclude<Dimension, DerivedDimension>;

const isColumn = (dimension: Dimension): dimension is FilterColumn => !isDerived(dimension);

/** The part of a question that a store can answer by itself; dimensions that the KPI reads elsewhere are left to the answer. */
export function factSelection(kpi: Aggregate, asking: Asking): FactSelection {
  const { from, to } = asking;
  return {
    kinds: kpi.reads,
    at: from === null || to === null ? null : { from, to },
    trueAt: asking.asOf,
    filters: Object.entries(asking.filters).flatMap(([dimension, values]) =>
      isDimension(dimension) && isColumn(dimension) && kpi.readers[dimension] === undefined ? [{ column: dimension, values }] : [],
    ),
  };
}

/** How a KPI reads a dimension of a fact. */
export const readerOf = (kpi: Aggregate, dimension: Dimension): DimensionReader => kpi.readers[dimension] ?? columnReaders[dimension];

/** Whether a fact belongs to a question, apart from when it is true and where `at` lies (a running window watches those). */
export function belongs(kpi: Aggregate, asking: Asking): (fact: FactView) => boolean {
  const kinds = new Set<FactKind>(kpi.reads);
  const takes = kpi.takes(asking);
  const filters = kpi.dimensions.flatMap((dimension) => {
    const values = asking.filters[dimension];
    return values === undefined ? [] : [{ read: readerOf(kpi, dimension), values: new Set(values) }];
  });
  return (fact) => kinds.has(fact.kind) && takes(fact) && filters.every(({ read, values }) => values.has(read(fact)));
}

/** As `belongs`, of facts that are true at `asOf`: those that do not count yet, though they are true, are left out too. */
export function belongsNow(kpi: Aggregate, asking: Asking): (fact: FactView) => boolean {
  const inQuestion = belongs(kpi, asking);
  // most need not be asked, and then need not read when they begin
  return kpi.begins === beginsWithRow ? inQuestion : (fact) => inQuestion(fact) && kpi.begins(fact) <= asking.asOf;
}

/** Whether a fact counts in the answer, or is counted there as excluded: it belongs, is true at `asOf`, and lies in the window. */
export function counts(kpi: Aggregate, asking: Asking): (fact: FactView) => boolean {
  const { asOf, from, to } = asking;
  const inQuestion = belongs(kpi, asking);
  return (fact) =>
    kpi.begins(fact) <= asOf &&
    (fact.until === null || asOf < fact.until) &&
    (from === null || to === null || (fact.at !== null && fact.at >= from && fact.at < to)) &&
    inQuestion(fact);
}
