import { isUtf8 } from 'node:buffer';
import { configurationTypes } from '@leadclock/domain/events/catalogue.js';
import { decodeEvent } from '@leadclock/domain/events/decode-event.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import type { LogRecord } from '@leadclock/event-log/event-log.js';
import { partitionOf } from '@leadclock/event-log/partition.js';
import type { ParkedRow } from '@leadclock/read-model/write/parked.table.js';

/** An event with its line of the log. */
export interface HeardEvent {
  readonly event: LeadclockEvent;
  readonly body: string;
}

export type ReadRecord = { readonly ok: true; readonly heard: HeardEvent } | { readonly ok: false; readonly parked: ParkedRow };

/** Where a record lies. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  /** how many partitions the topic has */
  readonly partitions: number;
}

/** Reads a record of the log of events: an event of ours, or a record to be parked with its reason. Never throws. */
export function readRecord(record: LogRecord, place: Place): ReadRecord {
  const line = lineOf(record);
  if (line === null) return park(record, place, 'bytes', 'is not UTF-8 text');
  const decoded = decodeEvent(line);
  if (!decoded.ok) return park(record, place, reasonOf(decoded.reason), decoded.reason);
  const { event } = decoded;
  if (configurationTypes.has(event.type)) return park(record, place, 'topic', `${event.type} belongs to the log of configuration`);
  const home = partitionOf(event.subject, place.partitions);
  if (home !== place.partition)
    return park(record, place, 'partition', `the subject belongs to partition ${home} by Kafka's murmur2; send it with the subject as key`);
  return { ok: true, heard: { event, body: line } };
}

/** Reads a record of the log of configuration. A retraction there takes back a configuration event; no lead goes on without it. */
export function readConfigRecord({ offset, value }: LogRecord, topic: string): ReadRecord {
  const record: LogRecord = { offset, value, key: null };
  const place: Place = { topic, partition: 0, partitions: 1 };
  const line = lineOf(record);
  if (line === null) return park(record, place, 'bytes', 'is not UTF-8 text');
  const decoded = decodeEvent(line);
  if (!decoded.ok) return park(record, place, reasonOf(decoded.reason), decoded.reason);
  const { type } = decoded.event;
  if (!configurationTypes.has(type) && type !== 'event.retracted')
    return park(record, place, 'topic', `${type} belongs to the log of events`);
  return { ok: true, heard: { event: decoded.event, body: line } };
}

/** The record as text; null when it is none, so that no byte is replaced in silence. */
function lineOf(record: LogRecord): string | null {
  return record.value !== null && isUtf8(record.value) ? record.value.toString('utf8') : null;
}

function reasonOf(problem: string): string {
  if (problem.startsWith('$.type ')) return 'type';
  return problem.startsWith('$') ? 'schema' : 'bytes';
}

/** A record that is put aside: the rest goes on without it. */
export function park(record: LogRecord, place: Place, reason: string, problem: string): ReadRecord {
  const goesOnWithout = reason !== 'partition' && reason !== 'topic';
  const key = record.key !== null && goesOnWithout && !record.key.includes('\u0000') ? record.key : null;
  const subject = key !== null && partitionOf(key, place.partitions) === place.partition ? key : null;
  const { topic, partition } = place;
  return { ok: false, parked: { topic, partition, offset: record.offset, reason, problem, subject, value: record.value } };
}
