import { WrittenCalendar } from '@leadclock/domain/configuration/calendar-entry.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem, type Schema } from '../door/openapi.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['put']>;

const { $schema: _, ...calendar } = z.toJSONSchema(WrittenCalendar, { io: 'input', unrepresentable: 'any' });
const calendarId: Schema = { type: ['string', 'null'], description: 'null: none of its own' };
const use: Schema = { type: 'object', required: ['calendar'], properties: { calendar: calendarId } };
const days: Schema = { type: 'array', items: { type: 'string', format: 'date' }, description: "dates of the site's zone" };
const ownHours: Schema = { type: 'object', required: ['calendar', 'days_off'], properties: { calendar: calendarId, days_off: days } };
const newFeed: Schema = {
  type: 'object',
  required: ['calendar', 'url'],
  properties: { calendar: { type: 'string' }, url: { type: 'string', description: 'http, https or webcal' } },
};

const header = (name: string, description: string, required = true) =>
  ({ name, in: 'header', required, description, schema: { type: 'string' } }) as const;
const key = header('Idempotency-Key', 'new for each command, such as a UUID');
const seen = header('If-Match', 'the edit that was seen in GET /v1/calendars; 0 for a new calendar');
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } }) as const;
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } } as const;
const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: Operation['parameters'];
  readonly body?: { readonly type: string; readonly schema: Schema };
  readonly done: string;
}

const operation = ({ operationId, summary, parameters = [], body, done }: Described): Operation => ({
  tags: ['calendars'],
  operationId,
  summary,
  security: [{ apiKey: [] }, {}],
  parameters,
  ...(body && { requestBody: { required: true, content: { [body.type]: { schema: body.schema } } } }),
  responses: {
    '2XX': { description: done },
    400: refused('all that is wrong, each with its path: {problem, path, problems[{path, problem, reason, near?}]}'),
    404: refused('there is no such thing'),
    409: refused('somebody else has changed it meanwhile: {problem, edit}'),
    422: refused('the key was used for something else'),
    503: refused('the database or the log does not answer, or it is being read; Retry-After says when'),
  },
});
const json = (schema: Schema) => ({ type: 'application/json', schema });
const changed = '{change: changed or none, edit, at}';

const operations: Readonly<Record<string, Partial<Record<'put' | 'post' | 'delete', Operation>>>> = {
  '/v1/calendars/{calendar}': {
    put: operation({
      operationId: 'setCalendar',
      summary: 'sets the hours of a calendar, and the holidays that are entered; those from files and addresses stay',
      parameters: [{ ...id, name: 'calendar' }, key, seen],
      body: json(calendar),
      done: changed,
    }),
  },
  '/v1/calendars/{calendar}/holidays': {
    post: operation({
      operationId: 'uploadHolidays',
      summary: 'sets the holidays of an iCal file, instead of those that a file of this name brought before',
      parameters: [
        { ...id, name: 'calendar' },
        header('Idempotency-Key', 'not for dry_run', false),
        query('file', 'its name'),
        query('dry_run', 'true: says what would change'),
      ],
      body: { type: 'text/calendar', schema: { type: 'string' } },
      done: '{added[{date, name}], removed, unchanged, timed}',
    }),
  },
  '/v1/teams/{id}/calendar': {
    put: operation({
      operationId: 'setTeamCalendar',
      summary: 'gives a team a calendar',
      parameters: [id, key, seen],
      body: json(use),
      done: changed,
    }),
  },
  '/v1/site/calendar': {
    put: operation({
      operationId: 'setSiteCalendar',
      summary: 'gives all teams one calendar',
      parameters: [key, seen],
      body: json(use),
      done: changed,
    }),
  },
  '/v1/reps/{id}/hours': {
    put: operation({
      operationId: 'setRepHours',
      summary: 'gives a rep a calendar, for the rota, and days off',
      parameters: [id, key, seen],
      body: json(ownHours),
      done: changed,
    }),
  },
  '/v1/calendar-feeds': {
    post: operation({
      operationId: 'addCalendarFeed',
      summary: 'reads the holidays of a calendar from an address, now and each day',
      parameters: [],
      body: json(newFeed),
      done: '{id, calendar, host, outcome, added, removed}',
    }),
  },
  '/v1/calendar-feeds/{id}': {
    delete: operation({
      operationId: 'dropCalendarFeed',
      summary: 'reads an address no more; the holidays that it brought stay',
      parameters: [id],
      done: '{id}',
    }),
  },
  '/v1/calendar-feeds/{id}/read': {
    post: operation({
      operationId: 'readCalendarFeed',
      summary: 'reads an address now',
      parameters: [id],
      done: '{id, outcome, added, removed} or {id, outcome: failed, failure}',
    }),
  },
};

/** What the door does with calendars, beside what is read of them. */
export const calendarPaths = (described: OpenAPIObject['paths']): OpenAPIObject['paths'] =>
  Object.fromEntries(Object.entries(operations).map(([path, methods]) => [path, { ...described[path], ...methods }]));
