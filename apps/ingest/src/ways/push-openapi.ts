import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schema } from '../door/openapi.js';
import { body, json, language, operation, problems, refused } from './openapi.js';

const asked: Schema = {
  type: 'object',
  required: ['for', 'subscription'],
  properties: {
    for: { type: 'string', description: 'who sits at the browser: rep:ID, manager:ID, manager:* …', example: 'rep:ana' },
    language,
    replaces: {
      type: 'string',
      description:
        '`way` as it was answered for the subscription that this browser had before: that way is taken away, and what waits there goes on by the new one if it is for the same',
      example: 'push-0123456789abcdef',
    },
    subscription: {
      type: 'object',
      description: 'PushSubscription.toJSON() as the browser gave it; the endpoint is never shown again in full',
      required: ['endpoint', 'keys'],
      properties: {
        endpoint: { type: 'string' },
        keys: {
          type: 'object',
          required: ['p256dh', 'auth'],
          properties: { p256dh: { type: 'string' }, auth: { type: 'string' } },
        },
      },
    },
  },
};

const kept: Schema = {
  type: 'object',
  properties: {
    way: { type: 'string', description: 'its name as a way: POST /v1/ways/{way}/test tries it, DELETE /v1/ways/{way} takes it away' },
    for: { type: 'string' },
    language: { type: 'string' },
  },
};

/** How a browser sets itself up, for OpenAPI. */
export const pushPaths: OpenAPIObject['paths'] = {
  '/v1/push': {
    get: operation('pushKey', 'the public key by which push services know this leadclock, for PushManager.subscribe()', {
      responses: {
        200: json('the key', {
          type: 'object',
          properties: { key: { type: 'string', description: 'applicationServerKey, base64url' } },
        }),
      },
    }),
  },
  '/v1/push/subscriptions': {
    put: operation('keepSubscription', 'a browser is told from now on, or from now on as somebody else or in another language', {
      requestBody: body(asked),
      responses: { 200: json('it is kept', kept), 400: refused('all that is wrong, each with its path and a code', problems) },
    }),
  },
};
