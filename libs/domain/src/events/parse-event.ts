import { assemble } from './assemble.js';
import { type EventType, productTypes } from './catalogue.js';
import { attributes, type Envelope, isJsonObject, type JsonObject, readEnvelope } from './envelope.js';
import type { LeadclockEvent } from './event.js';
import { readInstant } from './instant.js';
import { type Personal, takePersonal } from './personal.js';
import { isPlainName } from './problem.js';
import { codeOf } from './text.js';
import { upcast, upcasters } from './upcast.js';

/** Clocks differ; a time further ahead than this is a mistake. */
const allowedSkew = 5 * 60_000;

/** How the door reads. */
export interface ParseOptions {
  /** epoch milliseconds: what the clock shows */
  readonly now: number;
  /** epoch milliseconds: when we heard of it */
  readonly recordedTime: number;
  /** An import: the event's own recordedtime holds if it has one, and pick-list texts become reason codes. */
  readonly keepRecordedTime?: boolean;
  /** `alert.*` and the assignment of a claim, which only the product writes, may come in. */
  readonly allowProductTypes?: boolean;
}

/**
 * What the door makes of one event. `personal` was taken out of it and belongs into the vault; `dropped` names what was left out.
 * A refusal names the JSON path, and says what is allowed and how to mend it; it never repeats what was sent in a place that may hold personal data.
 */
export type Parsed =
  | {
      readonly ok: true;
      readonly event: LeadclockEvent;
      readonly personal: Personal | null;
      readonly dropped: readonly string[];
    }
  | { readonly ok: false; readonly id: string | null; readonly path: string; readonly problem: string };

const nothing: readonly string[] = [];

/** Reads one CloudEvent as it came over the wire, already parsed from JSON. Never throws. */
export function parseEvent(input: unknown, options: ParseOptions): Parsed {
  if (!isJsonObject(input)) return refusal(null, '$', 'must be a CloudEvent, a JSON object');
  const envelope = readEnvelope(input, upcasters);
  if (!envelope.ok) return refusal(input, envelope.path, envelope.problem);
  const { type } = envelope;
  if (options.allowProductTypes !== true && productTypes.has(type)) {
    return refusal(input, '$.type', 'is written by the product alone and cannot be sent; an import may bring it');
  }
  if (envelope.time > options.now + allowedSkew) {
    return refusal(input, '$.time', 'is more than 5 minutes in the future; check the clock of the sender and the offset');
  }
  const heard = recordedTimeOf(input, options);
  if (typeof heard === 'string') return refusal(input, '$.recordedtime', heard);

  const dropped = droppedOf(input, options);
  const data = input.data ?? {};
  if (!isJsonObject(data)) return refusal(input, '$.data', 'must be an object');
  const taken = takePersonal(type, data);
  if (!taken.ok) return refusal(input, taken.path, taken.problem);
  return finish(input, envelope, heard, ours(type, taken.data, options, dropped), taken.personal, dropped.length === 0 ? nothing : dropped);
}

function finish(
  input: JsonObject,
  envelope: Envelope,
  heard: number,
  data: JsonObject,
  personal: Personal | null,
  dropped: readonly string[],
): Parsed {
  const { type, version } = envelope;
  const read = assemble(envelope, heard, upcast(type, version, data));
  return read.ok ? { ok: true, event: read.event, personal, dropped } : refusal(input, read.path, read.problem);
}

function refusal(input: JsonObject | null, path: string, problem: string): Parsed {
  const id = input?.id;
  return { ok: false, id: typeof id === 'string' ? id.slice(0, 200) : null, path, problem };
}

/** Epoch milliseconds, or what is wrong with the one that an import brings. */
function recordedTimeOf(input: JsonObject, { keepRecordedTime, recordedTime, now }: ParseOptions): number | string {
  const sent = input.recordedtime;
  if (keepRecordedTime !== true || sent === undefined || sent === null) return recordedTime;
  if (typeof sent !== 'string') return 'must be text, RFC 3339 with an offset, or left out';
  const read = readInstant(sent);
  if (!read.ok) return read.problem;
  return read.at > now + allowedSkew ? 'is more than 5 minutes in the future; check the clock of the machine that wrote it' : read.at;
}

/** Names what is left out of the envelope: attributes that we do not know, and the recordedtime that a sender cannot set. */
function droppedOf(input: JsonObject, { keepRecordedTime }: ParseOptions): string[] {
  const dropped: string[] = [];
  for (const name in input) {
    if (!attributes.has(name)) dropped.push(isPlainName(name) ? name : '(unprintable)');
    else if (name === 'recordedtime' && keepRecordedTime !== true) dropped.push(name);
  }
  return dropped;
}

/** Data as only this door can set it: the assignment of a claim is ours; on import a pick-list text becomes a reason code. */
function ours(type: EventType, data: JsonObject, options: ParseOptions, dropped: string[]): JsonObject {
  if (type === 'lead.claimed' && options.allowProductTypes !== true && data.assignment !== undefined) {
    const { assignment: _, ...rest } = data;
    dropped.push('data.assignment');
    return rest;
  }
  const reason = data.reason;
  if (options.keepRecordedTime === true && typeof reason === 'string') {
    const code = codeOf(reason);
    if (code !== null && code !== reason) return { ...data, reason: code };
  }
  return data;
}
