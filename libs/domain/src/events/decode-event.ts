import { assemble } from './assemble.js';
import { isJsonObject, readEnvelope } from './envelope.js';
import type { LeadclockEvent } from './event.js';
import { readInstant } from './instant.js';
import { personalFields } from './personal.js';
import { type Upcasters, upcast, upcasters } from './upcast.js';

/** What a line of the log is: an event, or why it is none (it is parked under that reason). */
export type Decoded = { readonly ok: true; readonly event: LeadclockEvent } | { readonly ok: false; readonly reason: string };

const no = (reason: string): Decoded => ({ ok: false, reason });

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Reads a line that `encodeEvent` wrote, of this or of an earlier version of its type. Never throws: strangers write to topics too. */
export function decodeEvent(value: string, table: Upcasters = upcasters): Decoded {
  const input = parsed(value);
  if (input === undefined) return no('is not JSON');
  if (!isJsonObject(input)) return no('is not a JSON object');
  const envelope = readEnvelope(input, table);
  if (!envelope.ok) return no(`${envelope.path} ${envelope.problem}`);
  const recorded = input.recordedtime;
  const heard = typeof recorded === 'string' ? readInstant(recorded) : null;
  if (heard === null) return no('$.recordedtime is missing; it did not come in by the door');
  if (!heard.ok) return no(`$.recordedtime ${heard.problem}`);
  const data = upcast(envelope.type, envelope.version, input.data, table);
  const read = assemble(envelope, heard.at, data);
  if (read.ok) return read;
  const personal = Object.keys(personalFields(envelope.type)).find((name) => isJsonObject(data) && data[name] !== undefined);
  if (personal !== undefined) return no(`$.data.${personal} belongs into the vault and may not stand in the log`);
  return no(`${read.path} ${read.problem}`);
}
