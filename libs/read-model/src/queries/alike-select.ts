import { type FactKind, factKinds } from '@leadclock/domain/facts/fact.js';
import { type ColumnsRead, type FactColumn, isNumberColumn, type NumberColumn } from '@leadclock/domain/kpi/columns-read.js';
import type { Places } from '@leadclock/domain/kpi/places.js';
import { columnOf } from './fact-columns.js';
import { factWhere, literal, type StoredSelection, whole } from './fact-where.js';
import { isName, refused } from './refusal-where.js';

/** How equal facts are asked for: a row has the words, where they stand, how many facts say that, then the numbers of those, each in an array. */
export interface AlikeSelect {
  readonly query: string;
  readonly words: readonly FactColumn[];
  /** how many columns tell where they stand (`stretchOf`): none, a bucket, or the first and the end of several */
  readonly placed: 0 | 1 | 2;
  readonly numbers: readonly NumberColumn[];
  /** numbers come in an array, or as their sum (an array too: what is left over of 2^52, how often that is in it); or a row is one fact */
  readonly numbersAre: 'arrays' | 'sums' | 'single';
}

/** Sums are told in two numbers, each of which a double holds: the sum of a million amounts can be more than one holds. */
export const sumPiece = 2 ** 52;

/** Facts by the hundred million do not fit into an array of PostgreSQL's (1 GB): beyond this many rows they come one by one. */
const mostGrouped = 30_000_000;

/** `rows`: of the table, as far as the planner knows. */
export function alikeSelect(
  table: string,
  rows: number,
  selection: StoredSelection,
  { columns, refusals }: ColumnsRead,
  without: readonly string[],
  canSum: boolean,
  places?: Places,
): AlikeSelect {
  const { kinds } = selection;
  const readers = readersOf(kinds, columns);
  const words = [...readers.keys()].filter((column) => !isNumberColumn(column));
  const numbers = [...readers.keys()].filter((column) => isNumberColumn(column));
  const isGrouped = !isNamed(columns) && (numbers.length === 0 || rows <= mostGrouped);
  const isSummed = isGrouped && canSum && numbers.every((column) => column === 'value');
  // what `item` is differs by the kind: told the same whichever kinds are asked for, the planner knows the reasons among them (`factStatistics`)
  const ofKinds = (column: FactColumn) => kindsOf(column === 'item' ? factKinds : kinds, readers.get(column) ?? []);
  const placed = places === undefined ? [] : placing(places);
  const list = [
    ...words.map((column) => (ofKinds(column) === null ? columnOf(column) : `case when ${ofKinds(column)} then ${columnOf(column)} end`)),
    ...placed,
    isGrouped ? 'count(*)' : '1::bigint',
    ...numbers.map((column) => {
      if (!isGrouped) return columnOf(column);
      const only = ofKinds(column);
      const filter = only === null ? '' : ` filter (where ${only})`;
      return isSummed ? inPieces(`sum(${columnOf(column)})${filter}`) : `array_agg(${columnOf(column)})${filter}`;
    }),
  ];
  const where = [
    factWhere(selection),
    ...refused(refusals),
    ...(without.length === 0 ? [] : [`subject <> all (array[${without.map(literal).join(', ')}])`]),
  ].join(' and ');
  const keys = [...words, ...placed].map((_, index) => index + 1);
  const groupBy = isGrouped && keys.length > 0 ? ` group by ${keys.join(', ')}` : '';
  return {
    query: `select ${list.join(', ')} from ${table} where ${where}${groupBy}`,
    words,
    placed: places === undefined ? 0 : places.by === 'at' ? 1 : 2,
    numbers,
    numbersAre: isSummed ? 'sums' : isGrouped ? 'arrays' : 'single',
  };
}

const inPieces = (sum: string): string => `array[mod(${sum}, ${sumPiece}), div(${sum}, ${sumPiece})]::bigint[]`;

/** As `stretchOf` says it: how many ends lie before a fact. */
function placing({ by, ends }: Places): readonly string[] {
  const rising = `'{${ends.map(whole).join(',')}}'::bigint[]`;
  if (by === 'at') return [`width_bucket(at, ${rising})`];
  return [`width_bucket("from" - 1, ${rising})`, `coalesce(width_bucket(until - 1, ${rising}), ${ends.length})`];
}

/** Of each column the kinds whose facts are read there; of the kind itself all, where there are several. */
function readersOf(kinds: readonly FactKind[], read: ColumnsRead['columns']): ReadonlyMap<FactColumn, readonly FactKind[]> {
  const readers = new Map<FactColumn, FactKind[]>();
  if (kinds.length > 1) readers.set('kind', [...kinds]);
  const anywhere = new Set([...read.values()].flatMap((columns) => [...columns]));
  for (const kind of kinds) {
    // a kind of which no fact was seen is asked for all that others are
    for (const column of read.get(kind) ?? anywhere) {
      if (column === 'kind') continue;
      const known = readers.get(column) ?? [];
      readers.set(column, [...known, kind]);
    }
  }
  return readers;
}

/** null: they are all that there are. */
const kindsOf = (all: readonly FactKind[], some: readonly FactKind[]): string | null =>
  some.length === all.length ? null : `kind in (${some.map(literal).join(', ')})`;

const isNamed = (read: ColumnsRead['columns']): boolean =>
  [...read].some(([kind, columns]) => [...columns].some((column) => isName(kind, column)));
