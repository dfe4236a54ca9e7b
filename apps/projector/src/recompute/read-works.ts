import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { EventLog } from '@leadclock/event-log/event-log.js';
import type { SetRows } from '@leadclock/read-model/write/set-rows.js';
import type { SubjectWork } from '../folding/gather.js';
import { park } from '../reading/read-record.js';
import { type Passes, readInPass } from './passes.js';
import type { ReadRange } from './read-merges.js';

/** What one pass has read so far: events by their subjects; what could not be read is among the rows. */
export interface PassWorks {
  readonly works: Map<string, SubjectWork>;
  readonly rows: SetRows;
  events: number;
}

/** Reads what is of one pass in a part of a partition. `onRead` is told how many records were looked at. */
export async function readWorks(
  eventsLog: EventLog,
  { partition, first, next, refused }: ReadRange,
  passes: Passes,
  pass: number,
  into: PassWorks,
  onRead: (records: number) => void,
): Promise<void> {
  const { topic, partitions } = eventsLog;
  const place = { topic, partition, partitions };
  const workOf = (subject: string): SubjectWork => {
    const work = into.works.get(subject) ?? { subject, partition, heard: [], poisoned: false };
    into.works.set(subject, work);
    return work;
  };
  await eventsLog.read(partition, first, next, async (records) => {
    for (const record of records) {
      const problem = refused.get(`${partition}/${record.offset}`);
      const read = readInPass(passes, pass, record, place);
      if (read === null) continue;
      const taken = problem === undefined ? read : park(record, place, 'write', problem);
      if (taken.ok) {
        into.events += 1;
        workOf(taken.heard.event.subject).heard.push(taken.heard);
      } else {
        into.rows.parked.push(taken.parked);
        if (taken.parked.subject !== null) workOf(taken.parked.subject).poisoned = true;
      }
    }
    onRead(records.length);
    await letOthersRun();
  });
}
