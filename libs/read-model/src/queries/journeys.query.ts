import type { Milestone } from '@leadclock/domain/lead/journey.js';
import type { BinaryRows } from './binary-rows.js';
import { CopiedFact } from './copied-fact.js';
import { copyOut } from './copy-out.js';
import { factColumnList, factColumns } from './fact-columns.js';
import { factWhere, type StoredSelection } from './fact-where.js';
import type { Snapshot } from './snapshot.js';

const ms = (column: string): string => `(extract(epoch from l.${column}) * 1000)::bigint`;
const milestoneColumns: readonly (readonly [Milestone, string])[] = [
  ['received', 'received_at'],
  ['assigned', 'assigned_at'],
  ['seen', 'seen_at'],
  ['claimed', 'claimed_at'],
  ['attempted', 'attempted_at'],
  ['contacted', 'contacted_at'],
];
const CLOSED = factColumns.length + milestoneColumns.length;

/** What the row of a lead that arrived knows of its way. To be read on the spot. */
export class JourneyRow {
  readonly fact: CopiedFact;

  constructor(private readonly row: BinaryRows) {
    this.fact = new CopiedFact(row);
  }

  milestone(name: Milestone): number | null {
    return this.instant(factColumns.length + milestoneColumns.findIndex(([known]) => known === name));
  }

  get closedAt(): number | null {
    return this.instant(CLOSED);
  }

  get assignedByRep(): boolean {
    return this.row.number(CLOSED + 1) === 1;
  }

  private instant(column: number): number | null {
    return this.row.isNull(column) ? null : this.row.number(column);
  }
}

/** Hands over the way of every lead whose arrival is in a selection (of kind `arrival`), with the fact that credits it. */
export async function eachJourney({ em, set }: Snapshot, selection: StoredSelection, onRow: (row: JourneyRow) => void): Promise<void> {
  let row: JourneyRow | null = null;
  const facts = `select ${factColumnList} from ${set.name}.fact where ${factWhere(selection)}`;
  const way = milestoneColumns.map(([, column]) => ms(column)).join(', ');
  const query = `select f.*, ${way}, ${ms('closed_at')}, l.assigned_by_rep::int::bigint from (${facts}) f join ${set.name}.lead l using (subject)`;
  await copyOut(em, query, CLOSED + 2, (read) => {
    row ??= new JourneyRow(read);
    onRow(row);
  });
}
