import type { Fact } from '@leadclock/domain/facts/fact.js';
import type { ColumnsRead, FactReader } from '@leadclock/domain/kpi/columns-read.js';
import { AlikeFact, ColumnMissing } from './alike-fact.js';
import { type AlikeSelect, alikeSelect, sumPiece } from './alike-select.js';
import type { BinaryRows } from './binary-rows.js';
import { copyOut } from './copy-out.js';
import { factSelectList } from './fact-columns.js';
import { factWhere, literal, type StoredSelection } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

/** Enough facts of a kind to see what is read of them. */
const sampleSize = 100;

/**
 * Groups are many and small: a hash of them fits in memory where a sort of all rows takes twice the time. Each worker should make its own groups
 * first, so that little is handed over: how few they are the planner learns from the statistics of words (`factStatistics`).
 */
const groupingSettings = {
  enable_sort: 'off',
  work_mem: '64MB',
  parallel_tuple_cost: '0.01',
  parallel_setup_cost: '100',
};

const setForTransaction = Object.entries(groupingSettings)
  .map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`)
  .join(', ');

/** Some facts of each kind of a selection, to see what is read of them. */
export async function someFacts({ em, set }: Snapshot, selection: StoredSelection): Promise<Fact[]> {
  const each = selection.kinds.map(
    (kind) => `(select * from ${set.name}.fact where kind = ${literal(kind)} and ${factWhere(selection)} limit ${sampleSize})`,
  );
  return em.query<Fact[]>(`select ${factSelectList} from (${each.join(' union all ')}) picked`);
}

/**
 * Hands over the facts of a selection, without those of some subjects, that a reader takes: PostgreSQL counts those that say the same words, the
 * numbers that are read come in arrays beside them. Only the columns that are known to be read are asked for; answers the first one that was
 * missing, in which case the reader has not read everything and is of no use any more. null: all was read.
 */
export async function eachAlike(
  { em, set }: Snapshot,
  selection: StoredSelection,
  read: ColumnsRead,
  without: readonly string[],
  reader: FactReader,
): Promise<ColumnMissing | null> {
  const table = `${set.name}.fact`;
  const [planned] = await em.query<{ rows: number }[]>(
    `select reltuples::float8 as rows, ${setForTransaction} from pg_class where oid = $1::regclass`,
    [table],
  );
  const select = alikeSelect(table, planned?.rows ?? 0, selection, read, without, reader.addSum !== undefined, reader.places);
  const fact = new AlikeFact();
  let missing: ColumnMissing | null = null;
  const [onlyKind = null] = selection.kinds;
  await copyOut(em, select.query, select.words.length + select.placed + 1 + select.numbers.length, (row) => {
    // the rest still has to be read off the connection
    if (missing !== null) return;
    try {
      readGroup(row, select, read, onlyKind, fact, reader);
    } catch (error) {
      if (!(error instanceof ColumnMissing)) throw error;
      missing = error;
    }
  });
  return missing;
}

function readGroup(
  row: BinaryRows,
  { words, placed, numbers, numbersAre }: AlikeSelect,
  read: ColumnsRead,
  onlyKind: string | null,
  fact: AlikeFact,
  reader: FactReader,
): void {
  const counted = words.length + placed;
  const times = row.number(counted);
  if (times === 0) return;
  const first = placed === 0 ? 0 : row.number(words.length);
  const end = placed === 2 ? row.number(words.length + 1) : first + 1;
  fact.turnTo(words[0] === 'kind' ? row.text(0) : onlyKind);
  fact.index = 0;
  const columns = read.columns.get(fact.kind);
  for (let place = 0; place < words.length; place += 1) {
    const column = words[place];
    if (column !== undefined) fact.setWord(column, columns?.has(column) === true ? row.text(place) : undefined);
  }
  let isAlike = true;
  for (let index = 0; index < numbers.length; index += 1) {
    const column = numbers[index];
    if (column === undefined) continue;
    if (columns?.has(column) !== true) fact.without(column);
    else {
      isAlike = false;
      readNumbers(row, counted + 1 + index, fact.room(column, numbersAre === 'arrays' ? times : 2), numbersAre);
    }
  }
  if (isAlike) {
    if (reader.takes(fact)) reader.add(fact, times, first, end);
    return;
  }
  fact.isNumberRead = false;
  const isFirstTaken = reader.takes(fact);
  const isEachAsked = fact.isNumberRead;
  if (numbersAre === 'sums') {
    if (isEachAsked) throw new Error('a KPI whose facts are summed may not choose them by their value');
    if (isFirstTaken) addPieces(reader, fact, times, first, end);
    return;
  }
  if (!isFirstTaken && !isEachAsked) return;
  for (; fact.index < times; fact.index += 1) if (!isEachAsked || reader.takes(fact)) reader.add(fact, 1, first, end);
}

function readNumbers(row: BinaryRows, place: number, room: Float64Array, numbersAre: AlikeSelect['numbersAre']): void {
  if (numbersAre === 'single') room[0] = row.number(place);
  else row.numbers(place, room);
  if (numbersAre === 'sums' && room[1] !== undefined) room[1] *= sumPiece;
}

/** The two pieces of a sum; the second is nearly always 0. */
function addPieces(reader: FactReader, fact: AlikeFact, times: number, first: number, end: number): void {
  reader.addSum?.(fact, times, first, end);
  fact.index = 1;
  if ((fact.value ?? 0) !== 0) reader.addSum?.(fact, 0, first, end);
}
