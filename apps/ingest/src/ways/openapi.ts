import { askedKinds, messageLanguages } from '@leadclock/domain/ways/asked-way.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problem, type Schema } from '../door/openapi.js';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['post']>;

/** Several things are wrong, each at its field. */
export const problems: Schema = {
  allOf: [
    problem,
    {
      type: 'object',
      properties: {
        problem: { type: 'string' },
        path: { type: 'string', example: '$.address' },
        problems: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              path: { type: 'string' },
              code: { type: 'string', description: 'the same in every version', example: 'not-public' },
              problem: { type: 'string' },
            },
          },
        },
      },
    },
  ],
};

const listener: Schema = {
  type: 'string',
  description: 'rep:ID, team:ID, manager:ID, manager:*, screen:ID, channel:ID or everybody',
  example: 'channel:sales',
};
const address: Schema = { type: 'string', description: 'an e-mail address, or an https URL; it is never shown again in full' };
export const language: Schema = { type: 'string', enum: [...messageLanguages], default: 'en' };

const newWay: Schema = {
  type: 'object',
  required: ['way', 'kind', 'for', 'address'],
  properties: {
    way: { type: 'string', description: 'what you call it: letters, digits, . _ -' },
    kind: { type: 'string', enum: [...askedKinds] },
    for: listener,
    address,
    language,
  },
};

const change: Schema = {
  type: 'object',
  properties: {
    for: listener,
    address,
    language,
    paused: { type: 'boolean', description: 'while it is true nothing is sent, and what alerts say meanwhile is not sent later' },
    new_secret: { type: 'boolean', description: 'a webhook is signed with another secret from now on' },
  },
};

const kept: Schema = {
  type: 'object',
  properties: {
    way: { type: 'string' },
    kind: { type: 'string' },
    for: { type: 'string' },
    secret: {
      type: ['string', 'null'],
      description: 'what a webhook is signed with (standardwebhooks.com): shown this once. null: there is none, or it has not changed',
    },
  },
};

export const refused = (description: string, schema: Schema = problem) => ({
  description,
  content: { 'application/problem+json': { schema } },
});
export const json = (description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } });

/** What all of them have in common. */
export function operation(operationId: string, summary: string, more: Partial<Operation> & { readonly description?: string }): Operation {
  return {
    tags: ['ways'],
    operationId,
    summary,
    security: [{ apiKey: [] }, {}],
    ...more,
    responses: {
      ...more.responses,
      401: refused('no API key, or a wrong one; pages that leadclock served need none'),
      403: refused('the page was not served by leadclock'),
    },
  };
}

const named = { name: 'way', in: 'path' as const, required: true, schema: { type: 'string' } };
const none = refused('there is no such way');
export const body = (schema: Schema) => ({ required: true, content: { 'application/json': { schema } } });

const add = operation('addWay', 'sets up a way by which alerts reach somebody', {
  description:
    'Under an Idempotency-Key it is set up once, and the same request under the same key gets the same answer for 24 hours, its secret too. ' +
    'Without one it is set up once all the same, as a name is taken once, but who never got the answer does not get the secret.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'new for each way, such as a UUID, and the same only to send one again',
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    },
  ],
  requestBody: body(newWay),
  responses: {
    201: json('it is set up', kept),
    400: refused('all that is wrong, each with its path and a code', problems),
    422: refused('the Idempotency-Key was used for something else'),
  },
});
const patch = operation('changeWay', 'changes, pauses or resumes a way', {
  parameters: [named],
  requestBody: body(change),
  responses: { 200: json('it is changed', kept), 400: refused('all that is wrong', problems), 404: none },
});
const drop = operation('removeWay', 'takes a way away, with its address and what was still to be sent by it', {
  parameters: [named],
  responses: { 200: json('it is gone', { type: 'object', properties: { way: { type: 'string' } } }), 404: none },
});
const test = operation('testWay', 'sends one message by a way now, and says what became of it', {
  description: 'Waits up to 20 seconds. A way that is paused, or left alone after failures, is tried all the same.',
  parameters: [named],
  responses: {
    200: json('what became of it', {
      type: 'object',
      properties: {
        way: { type: 'string' },
        outcome: { type: 'string', enum: ['taken', 'failed', 'unsent'] },
        failure: { type: ['string', 'null'] },
      },
    }),
    404: none,
  },
});
const replay = operation('replayWay', 'sends again what was given up by a way, all of it or one message', {
  parameters: [named],
  requestBody: {
    required: false,
    content: {
      'application/json': {
        schema: { type: 'object', properties: { delivery: { type: 'integer', description: 'of GET /v1/ways/{way}/log; left out: all' } } },
      },
    },
  },
  responses: {
    200: json('how many', { type: 'object', properties: { way: { type: 'string' }, replayed: { type: 'integer' } } }),
    400: refused('delivery is no number', problems),
    404: none,
    409: refused('this message was not given up'),
  },
});

/** What the door does with ways, for OpenAPI, beside what is read of them. */
export const wayPaths = (read: Paths): Paths => ({
  '/v1/ways': { ...read['/v1/ways'], post: add },
  '/v1/ways/{way}': { ...read['/v1/ways/{way}'], patch, delete: drop },
  '/v1/ways/{way}/test': { post: test },
  '/v1/ways/{way}/replays': { post: replay },
});
