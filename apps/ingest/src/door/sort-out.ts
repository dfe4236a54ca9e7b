import { configurationTypes } from '@leadclock/domain/events/catalogue.js';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { type ParseOptions, parseEvent } from '@leadclock/domain/events/parse-event.js';
import type { NewRecord } from '@leadclock/event-log/event-log.js';
import type { PersonalRecord } from '@leadclock/read-model/outside/vault.table.js';
import type { Rejection } from './rejection.js';

/** In UTF-16 units. No broker with default limits takes a record of more than 1 MiB, and one that cannot be sent would wait in the spool for ever. */
const MOST_CHARACTERS = 256 * 1024;

/** What a request brought, by where it goes. */
export interface SortedOut {
  readonly events: NewRecord[];
  readonly configuration: NewRecord[];
  readonly personal: PersonalRecord[];
  readonly rejected: Rejection[];
  dropped: number;
}

export const nothingYet = (): SortedOut => ({ events: [], configuration: [], personal: [], rejected: [], dropped: 0 });

/** Reads one event of a request and puts it where it belongs, or among the rejected. */
export function sortOutInto(sorted: SortedOut, input: unknown, index: number, options: ParseOptions): void {
  const parsed = parseEvent(input, options);
  if (!parsed.ok) {
    sorted.rejected.push({ index, id: parsed.id, path: parsed.path, problem: parsed.problem });
    return;
  }
  const { event, personal, dropped } = parsed;
  const value = encodeEvent(event);
  if (value.length > MOST_CHARACTERS) {
    sorted.rejected.push({ index, id: event.id, path: '$', problem: 'is larger than 256 KiB; split it into several events' });
    return;
  }
  (configurationTypes.has(event.type) ? sorted.configuration : sorted.events).push({ key: event.subject, value });
  if (personal !== null) {
    sorted.personal.push({ subject: event.subject, source: event.source, id: event.id, time: event.time, personal });
  }
  sorted.dropped += dropped.length;
}

/** The part of an event that was wrong, for the count: a JSON path has too many values for a label. */
export function partOf(path: string): string {
  if (path.startsWith('$.data')) return 'data';
  if (path === '$.type' || path === '$.time' || path === '$.subject' || path === '$.id' || path === '$.source') return path.slice(2);
  return 'envelope';
}
