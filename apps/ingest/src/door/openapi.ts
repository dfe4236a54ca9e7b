import { CONTENT_TYPES } from './body.js';
import type { ProblemStatus } from './problem.js';

/** A JSON Schema. */
export type Schema = Record<string, unknown>;

const event: Schema = {
  type: 'object',
  description: 'a CloudEvent 1.0 in structured mode; /schemas/TYPE/1 has the exact schema of each type',
  required: ['specversion', 'id', 'source', 'subject', 'type', 'time', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string' },
    source: { type: 'string' },
    subject: { type: 'string', description: 'the lead id, or the id that the type names' },
    type: { type: 'string', example: 'lead.created' },
    time: { type: 'string', format: 'date-time', description: 'when it happened, with offset; at most 5 minutes ahead' },
    dataschema: { type: 'string', example: '/schemas/lead.created/1' },
    historical: { type: 'boolean', description: 'a backfill: it counts, but alerts nobody' },
    data: { type: 'object' },
  },
};

const batch: Schema = { type: 'array', maxItems: 1_000, items: event };

const outcome: Schema = {
  type: 'object',
  required: ['accepted', 'rejected'],
  properties: {
    accepted: { type: 'integer' },
    rejected: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          index: { type: 'integer' },
          id: { type: ['string', 'null'] },
          path: { type: 'string', example: '$.data.touchpoint' },
          problem: { type: 'string' },
        },
      },
    },
  },
};

/** A problem document. */
export const problem: Schema = {
  type: 'object',
  description: 'RFC 9457',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
};

const WHEN: Readonly<Record<Exclude<ProblemStatus, 403 | 404 | 409 | 422 | 500>, string>> = {
  400: 'not JSON, or no event was taken (then with accepted and rejected)',
  401: 'no API key, or a wrong one',
  413: 'more than 1 MiB or 1,000 events',
  415: 'another content type, a compressed body, or binary mode (ce- headers)',
  429: 'too much on its way in; Retry-After says when',
  503: 'neither the log nor the spool, or not the vault, can be written; Retry-After says when',
};

const schemaOf = (type: string): Schema =>
  type.includes('batch') ? batch : type.includes('cloudevents') ? event : { oneOf: [event, batch] };

const problemResponses = Object.fromEntries(
  Object.entries(WHEN).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problem } } },
  ]),
);

/** `POST /v1/events` as OpenAPI describes an operation. */
export const postEvents = {
  tags: ['ingest'],
  operationId: 'postEvents',
  summary: 'takes one event or a batch; answers once what was accepted is durable',
  description: 'Each event is read by itself: one that is wrong is listed, the rest goes in. Sending the same event again changes nothing.',
  security: [{ apiKey: [] }],
  requestBody: { required: true, content: Object.fromEntries(CONTENT_TYPES.map((type) => [type, { schema: schemaOf(type) }])) },
  responses: {
    202: { description: 'durable; those in rejected were not taken', content: { 'application/json': { schema: outcome } } },
    ...problemResponses,
  },
};

export const apiKeyScheme = { type: 'http' as const, scheme: 'bearer', description: 'lc_…: leadclock key show prints it' };
