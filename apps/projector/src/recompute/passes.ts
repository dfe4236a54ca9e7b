import type { Merges } from '@leadclock/domain/merges/resolve-merges.js';
import type { LogRecord } from '@leadclock/event-log/event-log.js';
import { eventHash } from '../folding/event-hash.js';
import { type Place, type ReadRecord, readRecord } from '../reading/read-record.js';

/** So many events are held at once, about 120 MB with what they come to. */
const EVENTS_A_PASS = 40_000;
/** Of merged leads it is not known beforehand how many events they have. */
const LEADS_A_PASS = 2_000;

/** The log is read several times, each time for a share of its subjects, so that memory stays bounded. */
export interface Passes {
  readonly count: number;
  /** whether records without a subject are among these passes: they are then of the first */
  readonly takesRest: boolean;
  /** in which pass a subject is; null: in none of these */
  passOf(subject: string): number | null;
}

/** The passes through one partition: all subjects of it but those that merges name, whose events may lie in other partitions, too. */
export function passesOfPartition(records: number, merges: Merges): Passes {
  const count = Math.max(1, Math.ceil(records / EVENTS_A_PASS));
  const linked = new Set(merges.leads);
  return { count, takesRest: true, passOf: (subject) => (linked.has(subject) ? null : eventHash('', subject) % count) };
}

/** The passes through all partitions for the leads that merges name; who is tied together is in one pass. */
export function passesOfMerged(merges: Merges): Passes {
  const count = Math.ceil(merges.leads.length / LEADS_A_PASS);
  const passes = new Map(merges.leads.map((lead) => [lead, eventHash('', merges.componentOf(lead)[0] ?? lead) % Math.max(1, count)]));
  return { count, takesRest: false, passOf: (subject) => passes.get(subject) ?? null };
}

/** Reads a record if it belongs to this pass; null otherwise. */
export function readInPass(passes: Passes, pass: number, record: LogRecord, place: Place): ReadRecord | null {
  const isIn = (subject: string | null): boolean => (subject === null ? passes.takesRest && pass === 0 : passes.passOf(subject) === pass);
  const named = namedSubject(record);
  if (named !== null && !isIn(named)) return null;
  const read = readRecord(record, place);
  return isIn(read.ok ? read.heard.event.subject : read.parked.subject) ? read : null;
}

/** The subject by the record's key, without reading the event, when its text says the same; null: it must be read. */
export function namedSubject({ key, value }: LogRecord): string | null {
  return key !== null && value !== null && value.includes(`"subject":${JSON.stringify(key)}`) ? key : null;
}
