import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import type { EventLog, LogRecord } from '@leadclock/event-log/event-log.js';

export interface ExportRequest {
  readonly configLog: EventLog;
  readonly eventsLog: EventLog;
  /** takes whole lines, each ended by a newline; resolves when more may come */
  readonly write: (text: string) => Promise<void>;
  readonly onUnreadable?: (record: UnreadableRecord) => void;
}

export interface UnreadableRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
}

export interface ExportReport {
  readonly events: number;
  readonly unreadable: number;
}

/**
 * Writes the log as JSONL, up to where it ended at the start: configuration first, then the events in order per lead. What cannot be read is
 * reported and left out. Repeats are written too: an import takes them as what they are.
 */
export async function exportLog(request: ExportRequest): Promise<ExportReport> {
  const report = { events: 0, unreadable: 0 };
  for (const log of [request.configLog, request.eventsLog]) {
    for (const { partition, first, next } of await log.ranges()) {
      await log.read(partition, first, next, async (records) => {
        const lines = records.map((record) => lineOf(record));
        const readable = lines.filter((line) => line.ok);
        records.forEach((record, index) => {
          const line = lines[index];
          if (line?.ok === false) request.onUnreadable?.({ topic: log.topic, partition, offset: record.offset, reason: line.reason });
        });
        report.events += readable.length;
        report.unreadable += lines.length - readable.length;
        if (readable.length > 0) await request.write(readable.map((line) => line.text).join(''));
      });
    }
  }
  return report;
}

type Line = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

function lineOf(record: LogRecord): Line {
  if (record.value === null) return { ok: false, reason: 'is empty' };
  const decoded = decodeEvent(record.value.toString('utf8'));
  // encoded anew: an event of an older version is exported as the present one
  return decoded.ok ? { ok: true, text: `${encodeEvent(decoded.event)}\n` } : { ok: false, reason: decoded.reason };
}
