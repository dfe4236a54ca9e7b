import type { EventLog, LogRecord } from '@leadclock/event-log/event-log.js';
import type { ParkedRow } from '@leadclock/read-model/write/parked.table.js';
import type { TimelineRow } from '@leadclock/read-model/write/timeline.table.js';
import { firstVersion } from '../folding/versions.js';
import { readConfigRecord } from '../reading/read-record.js';
import type { ConfigHistory } from './config-history.js';

/** What the set keeps of the configuration log: its events to be shown, and what could not be read. */
export interface ConfigRows {
  readonly events: readonly TimelineRow[];
  readonly parked: readonly ParkedRow[];
}

/** Takes records of the configuration log into the history. */
export function takeConfigRecords(history: ConfigHistory, topic: string, records: readonly LogRecord[]): ConfigRows {
  const events: TimelineRow[] = [];
  const parked: ParkedRow[] = [];
  const entries = records.flatMap((record) => {
    if (record.offset < history.offset) return [];
    const read = readConfigRecord(record, topic);
    if (!read.ok) {
      parked.push(read.parked);
      return [];
    }
    events.push(firstVersion(read.heard.event, read.heard.body));
    return [{ offset: record.offset, event: read.heard.event }];
  });
  const last = records.at(-1);
  if (last !== undefined) history.add(entries, Math.max(history.offset, last.offset + 1));
  return { events, parked };
}

/** Reads the whole configuration log up to `to`, its present head when left out. Throws LogGap when it lost its beginning. */
export async function readConfigLog(configLog: EventLog, history: ConfigHistory, to?: number): Promise<ConfigRows> {
  const head = to ?? (await configLog.ranges())[0]?.next ?? 0;
  const events: TimelineRow[] = [];
  const parked: ParkedRow[] = [];
  await configLog.read(0, history.offset, head, async (records) => {
    const rows = takeConfigRecords(history, configLog.topic, records);
    events.push(...rows.events);
    parked.push(...rows.parked);
  });
  return { events, parked };
}
