import type { EventLog } from '@leadclock/event-log/event-log.js';

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

/** Writes the log as JSONL: configuration first, then the events in order per lead. What cannot be decoded is reported and left out. */
export async function exportLog(_request: ExportRequest): Promise<ExportReport> {
  throw new Error('exportLog is not there yet');
}
