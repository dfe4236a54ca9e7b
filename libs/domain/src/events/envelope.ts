import { Currency } from './amount.js';
import { type EventType, eventTypes, isEventType } from './catalogue.js';
import { subjectProblem } from './ids.js';
import { readInstant } from './instant.js';
import { suggestion } from './near-names.js';
import { isPlainName, type Problem } from './problem.js';
import { textProblem } from './text.js';
import { currentVersion, type Upcasters } from './upcast.js';

/** The attributes of CloudEvents that we read; all others are dropped. */
export const attributes: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'recordedtime',
  'historical',
  'datacontenttype',
  'dataschema',
  'data',
]);

/** An object of JSON, its fields not yet known. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands on the envelope, checked, but for recordedtime, which door and log read differently. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly type: EventType;
  readonly time: number;
  readonly historical: boolean;
  /** of the data */
  readonly version: number;
}

export type EnvelopeRead = ({ readonly ok: true } & Envelope) | ({ readonly ok: false } & Problem);

const bad = (path: string, problem: string): EnvelopeRead => ({ ok: false, path: `$.${path}`, problem });
const missing = (name: string, what: string): EnvelopeRead => bad(name, `is missing; it must be ${what}`);

/** Null counts as left out (CloudEvents JSON format, 2.2). */
const absent = (value: unknown): value is undefined | null => value === undefined || value === null;

function typeProblem(type: unknown): string {
  if (absent(type)) return 'is missing; it must be the name of an event, such as lead.created';
  if (typeof type !== 'string' || !isPlainName(type)) return 'must be the name of an event, such as lead.created';
  return `is unknown;${suggestion(type, eventTypes) || ' see /schemas for the names that there are'}`;
}

/** What else binds the subject of a type. */
function subjectRule(type: EventType, subject: string): string | null {
  if (type === 'site.set') return subject === 'site' ? null : 'must be "site"';
  if (type === 'rate.set') return Currency.safeParse(subject).success ? null : 'must be an ISO 4217 currency code in capitals, such as USD';
  return subjectProblem(subject);
}

function versionOf(dataschema: unknown, type: EventType, table: Upcasters): number | string {
  if (absent(dataschema)) return 1;
  const current = currentVersion(type, table);
  const parts = typeof dataschema === 'string' ? /^(?:https?:\/\/[^/\s]+)?\/schemas\/([a-z_.]+)\/([1-9]\d{0,5})$/.exec(dataschema) : null;
  if (parts === null || parts[1] !== type) return `must be /schemas/${type}/<version>, or left out for version 1`;
  const version = Number(parts[2]);
  return version <= current ? version : `names a version that is not known; the newest of ${type} is ${current}`;
}

/** Reads what stands around `data`. */
export function readEnvelope(input: JsonObject, table: Upcasters): EnvelopeRead {
  const { specversion, id, source, type, subject, time, historical, datacontenttype } = input;
  if (specversion !== '1.0') return absent(specversion) ? missing('specversion', '"1.0"') : bad('specversion', 'must be "1.0"');
  if (typeof id !== 'string') return absent(id) ? missing('id', 'text of 1 to 200 characters') : bad('id', 'must be text');
  const idProblem = textProblem(id, 200);
  if (idProblem !== null) return bad('id', idProblem);
  if (typeof source !== 'string')
    return absent(source) ? missing('source', 'text that names the sender, such as /crm') : bad('source', 'must be text');
  const sourceProblem = textProblem(source, 200);
  if (sourceProblem !== null) return bad('source', sourceProblem);
  if (typeof type !== 'string' || !isEventType(type)) return bad('type', typeProblem(type));
  if (typeof subject !== 'string')
    return absent(subject) ? missing('subject', 'the id of what the event is about') : bad('subject', 'must be text');
  const subjectIs = subjectRule(type, subject);
  if (subjectIs !== null) return bad('subject', subjectIs);
  if (typeof time !== 'string')
    return absent(time) ? missing('time', 'RFC 3339 with an offset') : bad('time', 'must be text, RFC 3339 with an offset');
  const instant = readInstant(time);
  if (!instant.ok) return bad('time', instant.problem);
  if (!absent(historical) && typeof historical !== 'boolean') return bad('historical', 'must be true or false, without quotes');
  if (!absent(datacontenttype) && datacontenttype !== 'application/json' && !isJsonType(datacontenttype)) {
    return bad('datacontenttype', 'must be application/json, or left out');
  }
  if (input.data_base64 !== undefined) return bad('data_base64', 'is not read; send the data as JSON in data');
  const version = versionOf(input.dataschema, type, table);
  if (typeof version === 'string') return bad('dataschema', version);
  return { ok: true, id, source, subject, type, time: instant.at, historical: historical === true, version };
}

const isJsonType = (text: unknown): boolean => typeof text === 'string' && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(text);
