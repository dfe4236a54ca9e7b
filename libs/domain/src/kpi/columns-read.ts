import type { Fact, FactKind } from '../facts/fact.js';
import type { Places } from './places.js';
import type { FactView } from './tally.js';

export type FactColumn = keyof FactView;

/** Columns that hold whole numbers; the others hold words. */
const numberColumns = ['at', 'from', 'until', 'since', 'due', 'value'] as const satisfies readonly FactColumn[];
export type NumberColumn = (typeof numberColumns)[number];

export const isNumberColumn = (column: FactColumn): column is NumberColumn => numberColumns.some((known) => known === column);

/** Takes so many facts that say all the same; where the reader asks for places, those of the buckets from the first up to before the end. */
export type AddAlike = (fact: FactView, times: number, first: number, end: number) => void;

/** What facts are streamed into: `takes` is a pure function of the fact; `add` is told how many facts say all the same. */
export interface FactReader {
  /** where each fact stands is wanted too; left out: it does not matter */
  readonly places?: Places | undefined;
  takes(fact: FactView): boolean;
  readonly add: AddAlike;
  /** takes so many facts that differ by `value` alone, with the sum of it; undefined: it must see each */
  readonly addSum?: AddAlike | undefined;
}

/** Words by which a fact of the kind is known not to be taken, in the order in which they were read; nothing else of it was. */
export interface Refusal {
  readonly kind: FactKind;
  readonly words: readonly (readonly [FactColumn, string | null])[];
}

/** Which columns were read of facts of each kind, and which facts were not taken whatever else they say. */
export interface ColumnsRead {
  readonly columns: ReadonlyMap<FactKind, ReadonlySet<FactColumn>>;
  readonly refusals: readonly Refusal[];
}

/**
 * Watches what a reader reads of some facts. Of others it may read more: who hands over these columns alone must say so when it does.
 * What it refuses by some words it refuses wherever they are the same: it is a function of what it read.
 */
export function watchColumns(reader: FactReader, facts: Iterable<Fact>): ColumnsRead {
  const columns = new Map<FactKind, Set<FactColumn>>();
  const refusals = new Map<string, Refusal>();
  for (const fact of facts) {
    const read = columns.get(fact.kind) ?? new Set<FactColumn>();
    columns.set(fact.kind, read);
    const first = new Set<FactColumn>();
    // wherever it stands, the same is read of it
    if (reader.takes(watched(fact, first))) reader.add(watched(fact, read), 1, 0, 1);
    else if (![...first].some(isNumberColumn)) {
      const refusal = { kind: fact.kind, words: [...first].filter((column) => column !== 'kind').map((column) => wordOf(fact, column)) };
      refusals.set(JSON.stringify(refusal), refusal);
    }
    for (const column of first) read.add(column);
  }
  return { columns, refusals: [...refusals.values()] };
}

function wordOf(fact: Fact, column: FactColumn): readonly [FactColumn, string | null] {
  const value = fact[column];
  return [column, typeof value === 'number' ? null : value];
}

function watched(fact: Fact, read: Set<FactColumn>): FactView {
  return new Proxy(fact, {
    get(target, property) {
      if (isColumn(target, property)) read.add(property);
      return Reflect.get(target, property);
    },
  });
}

const isColumn = (fact: Fact, property: string | symbol): property is FactColumn => property in fact && property !== 'n';
