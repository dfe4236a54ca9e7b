import type { FactKind } from '@leadclock/domain/facts/fact.js';
import type { Asking } from '@leadclock/domain/kpi/asking.js';
import { type ColumnsRead, type FactColumn, type FactReader, watchColumns } from '@leadclock/domain/kpi/columns-read.js';
import type { Aggregate } from '@leadclock/domain/kpi/kpi.js';
import { eachAlike, someFacts } from '@leadclock/read-model/queries/alike-facts.query.js';
import type { StoredSelection } from '@leadclock/read-model/queries/fact-where.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';

/** A reader of one part of an answer. */
export interface PartReader extends FactReader {
  /** readers of one use read the same of a fact, if they ask the same */
  readonly use: 'answer' | 'trend' | 'span' | 'explain' | 'behind';
  readonly of: Aggregate;
  /** what it reads depends on its use, and on slices, filters and parameters alone */
  readonly asking: Asking;
  /** another that has read nothing yet */
  again(): FactReader;
}

/** Questions of which it is remembered what was read for them. */
const mostRemembered = 1000;
const remembered = new Map<string, ColumnsRead>();

/** Something was read that had not been asked for; it is remembered, so that the answer can be begun again. */
class ReadMore extends Error {}

/** Answers anew for as long as more is found to be read: each time at least one column more. */
export async function untilAllRead<T>(answer: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof ReadMore)) throw error;
    }
  }
}

/** Hands the stored facts of a selection to a reader, those of the subjects `without` left out; within `untilAllRead`. */
export async function tallyStored(
  snapshot: Snapshot,
  selection: StoredSelection,
  without: readonly string[],
  reader: PartReader,
): Promise<void> {
  const { use, of, asking, places } = reader;
  const name = JSON.stringify([use, places?.by ?? null, of.name, asking.by, asking.filters, asking.params]);
  const read = remembered.get(name) ?? watchColumns(reader.again(), await someFacts(snapshot, selection));
  remember(name, read);
  const missing = await eachAlike(snapshot, selection, read, without, reader);
  if (missing === null) return;
  remember(name, withColumn(read, missing.kind, missing.column));
  throw new ReadMore(missing.message);
}

function withColumn(read: ColumnsRead, kind: FactKind, column: FactColumn): ColumnsRead {
  return { ...read, columns: new Map([...read.columns, [kind, new Set([...(read.columns.get(kind) ?? []), column])]]) };
}

function remember(name: string, read: ColumnsRead): void {
  if (!remembered.has(name) && remembered.size === mostRemembered) remembered.clear();
  remembered.set(name, read);
}
