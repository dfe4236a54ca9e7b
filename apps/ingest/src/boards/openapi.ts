import { Board } from '@leadclock/live-protocol/board.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem, type Schema } from '../door/openapi.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['put']>;

const { $schema: _, ...body } = z.toJSONSchema(Board, { io: 'input' });

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });

function operation(operationId: string, summary: string, schema: Schema | null): Operation {
  return {
    tags: ['boards'],
    operationId,
    summary,
    security: [{}, { apiKey: [] }],
    parameters: [
      { name: 'board', in: 'path', required: true, schema: { type: 'string' } },
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        description: 'the version that was seen; 0 for a new board',
        schema: { type: 'string' },
      },
    ],
    ...(schema === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema } } } }),
    responses: {
      '200': { description: 'id and version (null: removed)' },
      '400': refused('names the field and the fix'),
      '404': refused('there is no such board'),
      '409': refused('somebody has changed it since: load it again'),
    },
  };
}

/** What the door does with boards, for OpenAPI. */
export const boardPaths = {
  put: operation('keepBoard', 'keeps a board: a name and up to 24 questions', body),
  delete: operation('dropBoard', 'removes a board', null),
};
