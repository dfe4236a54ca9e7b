import { catalogue, type EventType, isEventType } from './catalogue.js';
import type { Envelope } from './envelope.js';
import type { EventOf, LeadclockEvent } from './event.js';
import { personalFields } from './personal.js';
import { type Problem, problemOf } from './problem.js';

export type Assembled = { readonly ok: true; readonly event: LeadclockEvent } | ({ readonly ok: false } & Problem);

/** Checks the data against the type's schema and puts the event together; its keys stand in the order of the schema. */
export function assemble(envelope: Envelope, recordedTime: number, data: unknown): Assembled {
  const { id, source, subject, type, time, historical } = envelope;
  const schema = catalogue[type];
  const read = schema.safeParse(data);
  if (!read.success) return { ok: false, ...problemOf(read.error, schema, data, '$.data', Object.keys(personalFields(type))) };
  const event = { id, source, subject, type, time, recordedTime, historical, data: read.data };
  if (!isWhole(event)) throw new TypeError('an event was put together without a type');
  return { ok: true, event };
}

type Parts = Omit<EventOf<EventType>, 'data'> & { readonly data: unknown };

/** Type and data belong together once the schema of the type has read the data: TypeScript cannot see that, so it is said here, once. */
const isWhole = (event: Parts): event is LeadclockEvent => isEventType(event.type);
