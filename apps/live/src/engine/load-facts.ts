import { factKinds } from '@leadclock/domain/facts/fact.js';
import type { BinaryRows } from '@leadclock/read-model/queries/binary-rows.js';
import { factColumns } from '@leadclock/read-model/queries/fact-columns.js';
import { literal, whole } from '@leadclock/read-model/queries/fact-where.js';
import { eachFactWhere } from '@leadclock/read-model/queries/facts.query.js';
import type { Snapshot } from '@leadclock/read-model/queries/snapshot.js';
import { emptyRawFact, nameColumns, numberColumns } from './fact-columns.js';
import { LiveRates } from './live-rates.js';
import type { RunningWindows } from './running-windows.js';
import { StringTable } from './string-table.js';

const columnNames: readonly string[] = factColumns.map(([property]) => property);
const place = (property: string): number => columnNames.indexOf(property);
const SUBJECT = place('subject');
const KIND = place('kind');
const N = place('n');
const ITEM = place('item');
const numberPlaces = numberColumns.map(place);
const namePlaces = nameColumns.map(place);

/** Fills the windows with every fact that counts now or will: straight from the wire into columns, no object for a row. */
export async function loadFacts(snapshot: Snapshot, windows: RunningWindows): Promise<void> {
  const { store } = windows;
  const raw = emptyRawFact();
  const kinds = new StringTable();
  const kindOf = [-1, ...factKinds.map((kind) => factKinds.indexOf(kind))];
  for (const kind of factKinds) kinds.idOf(kind);
  const text = (row: BinaryRows, column: number, table: StringTable): number =>
    row.isNull(column) ? 0 : table.idOfBytes(row.bytes, row.start(column), row.end(column));
  await eachFactWhere(snapshot, whereOf(windows), ({ row }) => {
    const kind = kindOf[text(row, KIND, kinds)];
    if (kind === undefined || kind < 0) return;
    raw.kind = kind;
    raw.subject = text(row, SUBJECT, store.subjects);
    raw.n = row.number(N);
    raw.item = text(row, ITEM, store.items);
    for (let i = 0; i < numberPlaces.length; i++) raw.numbers[i] = row.number(numberPlaces[i] ?? 0);
    for (let i = 0; i < namePlaces.length; i++) raw.names[i] = text(row, namePlaces[i] ?? 0, store.names);
    windows.load(raw);
  });
}

/** The exchange rates that are known now or will be. */
export async function loadRates(snapshot: Snapshot, now: number): Promise<LiveRates> {
  const rates = new LiveRates();
  await eachFactWhere(snapshot, `kind = 'rate' and (until is null or until > ${whole(now)})`, (fact) => rates.add(fact));
  return rates;
}

/** Of a kind that only flows read: what lies in their windows or after. Of others: all that is not over. */
function whereOf(windows: RunningWindows): string {
  const conditions = windows.scopes().map(({ kind, since, trueAfter }) => {
    const placed = since === null ? '' : ` and at >= ${whole(since)}`;
    return `(kind = ${literal(kind)}${placed} and (until is null or until > ${whole(trueAfter)}))`;
  });
  return conditions.length === 0 ? 'false' : conditions.join(' or ');
}
