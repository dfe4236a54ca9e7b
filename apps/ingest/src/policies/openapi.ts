import { WrittenPolicy, WrittenRemoval } from '@leadclock/domain/configuration/policy-entry.js';
import { z } from 'zod';
import { problem, type Schema } from '../door/openapi.js';

function schemaOf(written: z.ZodType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(written, { io: 'input', unrepresentable: 'any' });
  return schema;
}

/** Policies as they are set, and as it is asked what they would match. */
const policiesBody: Schema = {
  type: 'object',
  required: ['policies'],
  properties: {
    policies: { type: 'array', minItems: 1, maxItems: 200, items: { anyOf: [schemaOf(WrittenPolicy), schemaOf(WrittenRemoval)] } },
    judge_history: {
      type: 'boolean',
      description: 'leads that have come already may be judged anew: by a new policy, or one of an earlier day. Left out: none is',
    },
  },
};

const problems: Schema = {
  allOf: [
    problem,
    {
      type: 'object',
      properties: {
        problem: { type: 'string' },
        path: { type: 'string' },
        problems: {
          type: 'array',
          items: {
            type: 'object',
            properties: { index: { type: ['integer', 'null'] }, path: { type: 'string' }, problem: { type: 'string' } },
          },
        },
      },
    },
  ],
};

const outcome: Schema = {
  type: 'object',
  required: ['policies'],
  properties: {
    policies: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          policy: { type: 'string' },
          change: { type: 'string', enum: ['added', 'changed', 'removed', 'none'] },
          event: {
            type: ['object', 'null'],
            description: 'the version, as verdicts name it; null: it stands as it is',
            properties: { source: { type: 'string' }, id: { type: 'string' } },
          },
          effective_at: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
};

const refused = (description: string, schema: Schema = problem) => ({
  description,
  content: { 'application/problem+json': { schema } },
});

/** `POST /v1/policies` as OpenAPI describes an operation. */
export const setPoliciesPath = {
  tags: ['policies'],
  operationId: 'setPolicies',
  summary: 'sets one policy or several: all of them, or none',
  description:
    'What stands already is left alone. Decided once for each Idempotency-Key, kept for 24 hours. A policy that is left out stays as it is; ' +
    '{policy, removed: true} takes one away, from now or from effective_from on. What was seen (seen at each, or If-Match for a single one: the number of ' +
    'its versions, 0 for a new one) keeps others from being written over.',
  security: [{ apiKey: [] }, {}],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header' as const,
      required: true,
      description: 'new for each command, such as a UUID',
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    },
    {
      name: 'If-Match',
      in: 'header' as const,
      required: false,
      description: 'of a single policy: how many versions of it were seen; 0: it is new',
      schema: { type: 'string' },
    },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: policiesBody } } },
  responses: {
    202: { description: 'done, durably', content: { 'application/json': { schema: outcome } } },
    400: refused('no Idempotency-Key, or policies that cannot be meant: all that is wrong, each with its path', problems),
    401: refused('no API key, or a wrong one; pages that leadclock served need none'),
    403: refused('the page was not served by leadclock'),
    409: refused(
      'somebody has set one of them since it was seen: nothing was set; problems as above, and current: how these are by now',
      problems,
    ),
    413: refused('more than 256 KiB'),
    415: refused('another content type than application/json'),
    422: refused('the key was used for something else'),
    429: refused('too much on its way in; Retry-After says when'),
    503: refused('the database or the log does not answer; Retry-After says when'),
  },
};
