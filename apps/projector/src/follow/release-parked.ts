import { isUtf8 } from 'node:buffer';
import { loadParked, type ParkedRow } from '@leadclock/read-model/write/parked.table.js';
import type { DataSource } from 'typeorm';
import type { Gathered, SubjectWork } from '../folding/gather.js';
import { type Place, readRecord } from '../reading/read-record.js';

/** What a program that knows more than the one before can read now. */
export interface Released {
  readonly gathered: Gathered;
  readonly rows: readonly ParkedRow[];
  /** subjects of which no event is parked any more */
  readonly complete: readonly string[];
}

/** Tries to read again what is parked of a partition; null when nothing can be read. */
export async function releaseParked(dataSource: DataSource, set: string, place: Place): Promise<Released | null> {
  const parked = await loadParked(dataSource, set, place.topic, place.partition);
  const works = new Map<string, SubjectWork>();
  const rows: ParkedRow[] = [];
  const left = new Set<string>();
  for (const row of parked) {
    const read = canBeRead(row) ? readRecord({ offset: row.offset, key: row.subject, value: row.value }, place) : null;
    if (read?.ok) {
      rows.push(row);
      const { subject } = read.heard.event;
      const work = works.get(subject);
      if (work === undefined) works.set(subject, { subject, partition: place.partition, heard: [read.heard], poisoned: false });
      else work.heard.push(read.heard);
    } else if (row.subject !== null) left.add(row.subject);
  }
  if (rows.length === 0) return null;
  const complete = [...new Set(rows.flatMap((row) => (row.subject === null ? [] : [row.subject])))].filter((subject) => !left.has(subject));
  return { gathered: { works, parked: [], events: rows.length }, rows, complete };
}

/** What the database refused stays parked: it would be refused again. */
function canBeRead(row: ParkedRow): boolean {
  return (row.reason === 'type' || row.reason === 'schema') && row.value !== null && isUtf8(row.value);
}
