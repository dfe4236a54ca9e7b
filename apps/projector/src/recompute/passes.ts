import type { LogRecord } from '@leadclock/event-log/event-log.js';
import { eventHash } from '../folding/event-hash.js';
import { type Place, type ReadRecord, readRecord } from '../reading/read-record.js';

/** So many events are held at once, about 120 MB with what they come to. */
const EVENTS_A_PASS = 40_000;

/** A partition is read several times, each time for a share of its subjects, so that memory stays bounded. */
export class Passes {
  readonly count: number;

  constructor(
    records: number,
    private readonly place: Place,
  ) {
    this.count = Math.max(1, Math.ceil(records / EVENTS_A_PASS));
  }

  /** Reads a record if it belongs to this pass; null otherwise. What belongs to no subject is of the first pass. */
  read(record: LogRecord, pass: number): ReadRecord | null {
    const named = this.count === 1 ? null : namedSubject(record);
    if (named !== null && this.passOf(named) !== pass) return null;
    const read = readRecord(record, this.place);
    const subject = read.ok ? read.heard.event.subject : read.parked.subject;
    return this.passOf(subject) === pass ? read : null;
  }

  private passOf(subject: string | null): number {
    return subject === null ? 0 : eventHash('', subject) % this.count;
  }
}

/** The subject by the record's key, without reading the event, when its text says the same; null: it must be read. */
function namedSubject({ key, value }: LogRecord): string | null {
  return key !== null && value !== null && value.includes(`"subject":${JSON.stringify(key)}`) ? key : null;
}
