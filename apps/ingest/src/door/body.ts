import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Fault } from './problem.js';

export const LARGEST_BODY = 1024 * 1024;
export const MOST_EVENTS = 1_000;

const SINGLE = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
export const CONTENT_TYPES = [SINGLE, BATCH, 'application/json'];

export const ALLOWED = `send ${SINGLE} (one event), ${BATCH} (an array of events) or application/json (either)`;

/** What the headers alone say against a request, before its body is read; null: nothing. */
export function headerFault(headers: IncomingHttpHeaders): Fault | null {
  if (headers['ce-specversion'] !== undefined || headers['ce-id'] !== undefined) {
    return { status: 415, detail: `attributes in ce- headers (binary mode) are not read; ${ALLOWED}, with all attributes in the body` };
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return { status: 415, detail: 'a compressed body is not read; send it without content-encoding' };
  }
  return null;
}

/** What fault an error of Fastify's body reader is; null: it is not the sender's. */
export function readerFault(code: string | undefined, largest = LARGEST_BODY, allowed = ALLOWED): Fault | null {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { status: 413, detail: `the body is larger than ${largest / 1024 / 1024} MiB; send smaller batches` };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { status: 415, detail: `the content type is not read here; ${allowed}` };
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH')
    return { status: 400, detail: 'the body is not as long as content-length says; send all of it' };
  if (code === 'ECONNRESET' || code === 'ECONNABORTED')
    return { status: 400, detail: 'the connection was closed before the whole body was there' };
  if (code?.startsWith('FST_ERR_CTP_') === true) return { status: 400, detail: `the body cannot be read; ${allowed}` };
  return null;
}

/** The JSON of a body; `allowed` tells what to send instead of an empty one. */
export function jsonOf(body: Buffer | undefined, allowed: string): { readonly value: unknown } | Fault {
  if (body === undefined || body.length === 0) return { status: 400, detail: `the body is empty; ${allowed}` };
  if (!isUtf8(body)) return { status: 400, detail: 'the body is not UTF-8' };
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return { status: 400, detail: 'the body is not valid JSON' };
  }
}

/** The events of a body, or why there are none. */
export function eventsOf(body: Buffer, contentType: string): readonly unknown[] | Fault {
  const json = jsonOf(body, ALLOWED);
  if ('detail' in json) return json;
  const { value } = json;
  if (!Array.isArray(value)) {
    if (value === null || typeof value !== 'object')
      return { status: 400, detail: 'the body must be an event (a JSON object) or an array of events' };
    return contentType.startsWith(BATCH) ? { status: 400, detail: `${BATCH} is an array of events; send one event as ${SINGLE}` } : [value];
  }
  if (contentType.startsWith(SINGLE)) return { status: 400, detail: `${SINGLE} is one event; send an array as ${BATCH}` };
  return value.length > MOST_EVENTS ? { status: 413, detail: `a batch holds at most ${MOST_EVENTS} events; send several` } : value;
}
