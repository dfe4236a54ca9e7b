import type { LogRecord } from '@leadclock/event-log/event-log.js';
import type { ParkedRow } from '@leadclock/read-model/write/parked.table.js';
import { type HeardEvent, park, readRecord } from '../reading/read-record.js';

/** Records of one partition, in the order of the log. */
export interface PartitionRecords {
  readonly partition: number;
  readonly records: readonly LogRecord[];
}

/** What a batch holds of one subject. */
export interface SubjectWork {
  readonly subject: string;
  readonly partition: number;
  readonly heard: HeardEvent[];
  /** an event of it could not be read */
  poisoned: boolean;
}

export interface Gathered {
  readonly works: ReadonlyMap<string, SubjectWork>;
  readonly parked: readonly ParkedRow[];
  readonly events: number;
}

/** Records that the database refuses whatever is written with them: why, by `partition/offset`. */
export type Refused = ReadonlyMap<string, string>;

/** Reads the records and puts together what belongs to one subject. A record that is no event of ours parks itself alone. */
export function gather(parts: readonly PartitionRecords[], topic: string, partitions: number, refused: Refused): Gathered {
  const works = new Map<string, SubjectWork>();
  const parked: ParkedRow[] = [];
  let events = 0;
  const workOf = (subject: string, partition: number): SubjectWork => {
    let work = works.get(subject);
    if (work === undefined) works.set(subject, (work = { subject, partition, heard: [], poisoned: false }));
    return work;
  };
  for (const { partition, records } of parts) {
    const place = { topic, partition, partitions };
    for (const record of records) {
      const problem = refused.size === 0 ? undefined : refused.get(`${partition}/${record.offset}`);
      const read = problem === undefined ? readRecord(record, place) : park(record, place, 'write', problem);
      if (read.ok) {
        events += 1;
        workOf(read.heard.event.subject, partition).heard.push(read.heard);
      } else {
        parked.push(read.parked);
        if (read.parked.subject !== null) workOf(read.parked.subject, partition).poisoned = true;
      }
    }
  }
  return { works, parked, events };
}
