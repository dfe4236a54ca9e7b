import type { DataSource, EntityManager } from 'typeorm';
import { arrayLiteral, timestamp } from './cell.js';
import { eachBySubject } from './each-by-subject.js';
import { columnLiterals } from './key-rows.js';
import { type Row, type TableShape, TextRows } from './text-rows.js';

/** One version of an event as it was heard; `body` is its line of the log. */
export interface TimelineRow {
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  readonly digest: string;
  readonly type: string;
  /** epoch milliseconds */
  readonly time: number;
  readonly recordedTime: number;
  readonly body: string;
}

export const timelineShape: TableShape = {
  name: 'timeline',
  key: 4,
  columns: {
    subject: 'text',
    source: 'text',
    id: 'text',
    digest: 'text',
    type: 'text',
    happened_at: 'timestamptz',
    recorded_at: 'timestamptz',
    body: 'json',
  },
};

export const timelineCells = (row: TimelineRow): Row => [
  row.subject,
  row.source,
  row.id,
  row.digest,
  row.type,
  timestamp(row.time),
  timestamp(row.recordedTime),
  row.body,
];

export const timelineRows = (): TextRows<TimelineRow> => new TextRows(timelineShape, timelineCells);

/** A version as it stands in the timeline: enough to see a repeat, and to fold it again. */
export type StoredVersion = Pick<TimelineRow, 'subject' | 'source' | 'id' | 'digest' | 'recordedTime' | 'body'>;

/** All versions of all events of these subjects. */
export async function loadTimelines(
  from: DataSource | EntityManager,
  set: string,
  subjects: readonly string[],
): Promise<readonly StoredVersion[]> {
  return from.query<StoredVersion[]>(
    `select t.subject, t.source, t.id, t.digest, (extract(epoch from t.recorded_at) * 1000)::bigint as "recordedTime", t.body::text
       from ${eachBySubject(`${set}.timeline`)} t`,
    [arrayLiteral(subjects)],
  );
}

/** A repeat that was heard earlier than the version that is there: its row says so from now on. */
export async function lowerRecordedTimes(em: EntityManager, set: string, rows: readonly TimelineRow[]): Promise<void> {
  if (rows.length === 0) return;
  const cells = rows.map((row) => [row.subject, row.source, row.id, row.digest, timestamp(row.recordedTime), row.body]);
  await em.query(
    `update ${set}.timeline t set recorded_at = r.recorded_at::timestamptz, body = r.body::json
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) r(subject, source, id, digest, recorded_at, body)
      where t.subject = r.subject and t.source = r.source and t.id = r.id and t.digest = r.digest`,
    columnLiterals(cells, 6),
  );
}
