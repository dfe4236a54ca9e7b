import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem, type Schema } from '../door/openapi.js';
import { type CommandName, commandBodies } from './command-bodies.js';
import { repStatusBody } from './rep-status-body.js';

const SUMMARIES: Readonly<Record<CommandName, string>> = {
  claim: 'takes a lead; of two who try, one wins and the other is told who and when',
  release: 'gives a lead back to the pool',
  offer: 'offers a lead to another rep; it stays with its owner until that accepts',
  accept: 'takes over a lead that was offered',
  decline: 'refuses a lead that was offered, or takes the offer back',
  touchpoints: 'logs a touch, such as a call',
  undo: 'takes back a touch that this rep logged, a call that he promised, or a lead that he closed',
  disqualify: 'closes a lead of which nothing will come; qualified later, it is open again',
  dispute: 'says that something about a lead is wrong: its answer, its owner, a touchpoint, or that it is spam',
  decide: 'accepts or refuses the dispute that has been open longest; corrections follow what is accepted',
  'call-back': 'says when a lead is to be called back; the latest counts',
  snooze: 'puts an alert off: for as long as its policy says, else never past the target',
  acknowledge: 'says that a rep, or as manager:TEAM (manager:* of any) a manager, has seen an alert; the first counts',
  shown: 'says that a page shows an alert; the first counts, all are answered with its event',
  pause:
    'stops the clock of a lead: its targets move on until it is resumed; no alert that is open ends by it. Decided on what has been read so far',
  resume:
    'lets the clock of a lead run again that is known to be paused: of one that was paused a moment ago, send it anew, under another key, once GET says so',
};

const OPERATION_IDS: Readonly<Record<CommandName, string>> = {
  claim: 'claimLead',
  release: 'releaseLead',
  offer: 'offerLead',
  accept: 'acceptLead',
  decline: 'declineLead',
  touchpoints: 'logTouchpoint',
  undo: 'undoTouchpoint',
  disqualify: 'disqualifyLead',
  dispute: 'disputeLead',
  decide: 'decideDispute',
  'call-back': 'setCallBack',
  snooze: 'snoozeAlert',
  acknowledge: 'acknowledgeAlert',
  shown: 'tellAlertShown',
  pause: 'pauseLead',
  resume: 'resumeLead',
};

const instant: Schema = { type: 'string', format: 'date-time' };
const done: Schema = {
  type: 'object',
  required: ['event', 'at'],
  properties: {
    event: { type: 'object', description: 'undo takes it', properties: { source: { type: 'string' }, id: { type: 'string' } } },
    at: instant,
  },
};
const refused: Schema = {
  allOf: [
    problem,
    {
      type: 'object',
      properties: {
        problem: { type: 'string' },
        reason: {
          type: 'string',
          enum: [
            'claimed',
            'reassigned',
            'given_back',
            'not_yours',
            'answered',
            'closed',
            'merged',
            'erased',
            'taken_back',
            'acknowledged',
            'resolved',
            'retracted',
            'rep_gone',
            'disputed',
            'decided',
            'own_dispute',
            'not_its_turn',
            'nothing_to_correct',
            'accepted',
            'declined',
            'lapsed',
            'past_target',
            'too_long',
            'snoozed',
            'paused',
            'running',
          ],
        },
        rep: { type: ['string', 'null'], description: 'who was first, or has it' },
        at: { ...instant, type: ['string', 'null'] },
        next: { type: ['string', 'null'], description: 'of a claim in vain: another lead that waits for somebody' },
      },
    },
  ],
};

const problemOf = (description: string, schema: Schema = problem) => ({
  description,
  content: { 'application/problem+json': { schema } },
});

const schemaOf = (body: z.ZodType): Schema => ({ ...z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) });

const once = 'Decided once for each Idempotency-Key, kept for 24 hours: the same command under the same key gets the same answer.';

/** What each command about a subject of the path takes, and its answer. */
const taking = (subject: 'lead' | 'rep', body: z.ZodType) => ({
  tags: ['commands'],
  description: once,
  security: [{ apiKey: [] }, {}],
  parameters: [
    { name: subject, in: 'path' as const, required: true, schema: { type: 'string' } },
    {
      name: 'Idempotency-Key',
      in: 'header' as const,
      required: true,
      description: 'new for each command, such as a UUID',
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    },
  ],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaOf(body) } },
  },
});

const statusOperation = {
  ...taking('rep', repStatusBody),
  operationId: 'setRepStatus',
  summary: 'says that a rep is available, on a call or away: leads are given on only to those who are available',
  responses: {
    202: { description: 'done, durably', content: { 'application/json': { schema: done } } },
    400: problemOf('no Idempotency-Key, or a body that is wrong; detail names the field'),
    404: problemOf('the site names its reps, and this is none of them'),
    422: problemOf('the key was used for another command'),
    503: problemOf('the database does not answer; Retry-After says when'),
  },
};

const operation = (command: CommandName) => ({
  ...taking('lead', commandBodies[command]),
  operationId: OPERATION_IDS[command],
  summary: SUMMARIES[command],
  responses: {
    202: { description: 'done, durably', content: { 'application/json': { schema: done } } },
    400: problemOf('no Idempotency-Key, or a body that is wrong; detail names the field'),
    401: problemOf('no API key, or a wrong one; pages that leadclock served need none'),
    403: problemOf('the page was not served by leadclock'),
    404: problemOf('there is no such lead, or no such touchpoint, alert or offer of it'),
    409: problemOf('the lead does not allow it; reason, rep and at say why', refused),
    413: problemOf('more than 64 KiB'),
    415: problemOf('another content type than application/json'),
    422: problemOf('the key was used for another command'),
    429: problemOf('too much on its way in; Retry-After says when'),
    503: problemOf('the database does not answer; Retry-After says when'),
  },
});

/** The commands as OpenAPI describes paths. */
export function commandPaths(): OpenAPIObject['paths'] {
  const names: readonly CommandName[] = [
    'claim',
    'release',
    'offer',
    'accept',
    'decline',
    'touchpoints',
    'undo',
    'dispute',
    'decide',
    'call-back',
    'snooze',
    'acknowledge',
    'shown',
    'pause',
    'resume',
  ];
  return {
    ...Object.fromEntries(names.map((command) => [`/v1/leads/{lead}/${command}`, { post: operation(command) }])),
    '/v1/reps/{rep}/status': { post: statusOperation },
  };
}
