import type { EventLog } from '@leadclock/event-log/event-log.js';
import { forgetPeopleIn } from '@leadclock/read-model/outside/erased.table.js';
import { setCheckpoint } from '@leadclock/read-model/write/checkpoint.table.js';
import { loadRefused } from '@leadclock/read-model/write/parked.table.js';
import { insertDerivedRows, insertOtherRows, type SetRows } from '@leadclock/read-model/write/set-rows.js';
import { rememberAlerts } from '@leadclock/read-model/write/told-alert.table.js';
import type { DataSource } from 'typeorm';
import type { ConfigHistory } from '../configuration/config-history.js';
import { type ReadRange, readMerges } from '../recompute/read-merges.js';
import { type Progress, type Recomputed, recompute } from '../recompute/recompute.js';
import { recomputeMerged } from '../recompute/recompute-merged.js';

interface Filling {
  readonly dataSource: DataSource;
  readonly eventsLog: EventLog;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Fills a bare set with all that the log holds now, under the configuration of now: a share is folded while the one before it is being written.
 * Answers how many events that were.
 */
export async function fillSet(
  { dataSource, eventsLog, onProgress }: Filling,
  old: string,
  set: string,
  history: ConfigHistory,
): Promise<number> {
  const configuration = history.current;
  let events = 0;
  let writing = Promise.resolve();
  const then = (write: () => Promise<void>): void => {
    writing = writing.then(write);
    // whoever waits for it next learns of it; until then it is nobody's rejection
    writing.catch(() => {});
  };
  const take = async (shares: AsyncIterable<Recomputed>): Promise<void> => {
    for await (const { rows, events: read } of shares) {
      events += read;
      await writing;
      then(() => writeShare(dataSource, set, rows));
    }
  };
  const ranges: ReadRange[] = [];
  for (const { partition, next } of await eventsLog.ranges())
    ranges.push({ partition, first: 0, next, refused: await loadRefused(dataSource, old, eventsLog.topic, partition) });
  const { merges } = await readMerges(eventsLog, ranges);
  for (const range of ranges) await take(recompute({ eventsLog, configuration, merges, onProgress }, range));
  await take(recomputeMerged({ eventsLog, merges, configurationOf: () => configuration }, ranges));
  for (const { partition, next } of ranges)
    then(() => setCheckpoint(dataSource, set, { partition, nextOffset: next, configOffset: history.offset, changeNo: 0 }));
  await writing;
  return events;
}

async function writeShare(dataSource: DataSource, set: string, rows: SetRows): Promise<void> {
  await dataSource.transaction(async (em) => {
    await insertDerivedRows(em, set, rows);
    await insertOtherRows(em, set, rows);
    await rememberAlerts(em, rows.alerts);
    await forgetPeopleIn(em, rows.erased);
  });
}
