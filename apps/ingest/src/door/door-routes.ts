import type { Caller, Keyring } from '@leadclock/identity/keyring.js';
import type { LocalToken } from '@leadclock/identity/local-token.js';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Admission } from './admission.js';
import { CONTENT_TYPES, eventsOf, headerFault, LARGEST_BODY, readerFault } from './body.js';
import type { Door, Taken } from './door.js';
import { type Fault, sendProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** what this request weighs in the door's admission; 0: it was not let in */
    admitted: number;
  }
}

export interface DoorRoutes {
  readonly door: Door;
  readonly keyring: Keyring;
  readonly localToken: LocalToken;
  readonly admission: Admission;
  readonly logger: Logger;
}

const BUSY: Fault = { status: 429, detail: 'too much is on its way in; send it again a little later', retryAfterSeconds: 1 };
const STOPPING: Fault = { status: 503, detail: 'leadclock is stopping; send it again', retryAfterSeconds: 5 };
const NO_KEY: Fault = { status: 401, detail: 'an API key is needed: send the header "Authorization: Bearer lc_…"; leadclock key show prints the key' };

/** `POST /v1/events`: the front door of every sender. */
export function eventsRoute(scope: FastifyInstance, { door, keyring, admission, logger }: DoorRoutes): void {
  scope.addHook('onRequest', (request, reply, done) => {
    const decide = (caller: Caller | null) => {
      const fault = caller === null ? NO_KEY : headerFault(request.headers);
      if (fault === null) done();
      else sendProblem(reply, fault);
    };
    const caller = keyring.verify(request.headers.authorization);
    if (caller instanceof Promise) caller.then(decide, done);
    else decide(caller);
  });
  // behind the key: a stranger must not fill the room
  admit(scope, admission, logger);
  readBytes(scope, CONTENT_TYPES, LARGEST_BODY);
  scope.post('/v1/events', async (request: FastifyRequest<{ Body: Buffer | undefined }>, reply) => {
    const contentType = request.headers['content-type'];
    if (contentType === undefined || request.body === undefined) return sendProblem(reply, readerFault('FST_ERR_CTP_INVALID_MEDIA_TYPE') ?? BUSY);
    const events = eventsOf(request.body, contentType);
    if ('status' in events) return sendProblem(reply, events);
    return answer(reply, await door.take(events));
  });
}

/** Counts every request in and out, and answers for what goes wrong before or outside of the handler. */
export function admit(scope: FastifyInstance, admission: Admission, logger: Logger, readFault: (code: string | undefined) => Fault | null = readerFault): void {
  scope.decorateRequest('admitted', 0);
  scope.addHook('onRequest', (request, reply, done) => {
    const weight = admission.weigh(request.headers['content-length']);
    const verdict = admission.enter(weight);
    if (verdict === 'in') {
      request.admitted = weight;
      done();
    } else sendProblem(reply, verdict === 'full' ? BUSY : STOPPING);
  });
  scope.addHook('onResponse', (request, _reply, done) => {
    if (request.admitted > 0) admission.leave(request.admitted);
    done();
  });
  scope.setErrorHandler((error: FastifyError, _request, reply) => {
    const fault = readFault(error.code);
    if (fault !== null) return sendProblem(reply, fault);
    // the message may quote what was sent: the log gets the kind and the place
    logger.error({ error: error.name, code: error.code, at: error.stack?.split('\n')[1]?.trim() }, 'a request to the door failed unexpectedly');
    return sendProblem(reply, { status: 500, detail: 'leadclock failed on this request; its log says where' });
  });
}

/** Bodies of these types are handed to the handler as bytes; all other types are refused. */
export function readBytes(scope: FastifyInstance, contentTypes: string[], largest: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(contentTypes, { parseAs: 'buffer', bodyLimit: largest }, (_request, body, done) => {
    done(null, body);
  });
}

/** 202 also when only some are rejected; 400 when all are, then as a problem document that lists them. */
export function answer(reply: FastifyReply, taken: Taken): FastifyReply {
  if (taken.kind === 'unavailable') {
    return sendProblem(reply, { status: 503, detail: taken.detail, retryAfterSeconds: taken.retryAfterSeconds });
  }
  const { accepted, rejected } = taken;
  if (accepted === 0 && rejected.length > 0) {
    return sendProblem(reply, { status: 400, detail: 'no event of this request was taken; see rejected' }, { accepted, rejected });
  }
  const body = rejected.length === 0 ? `{"accepted":${accepted},"rejected":[]}` : JSON.stringify({ accepted, rejected });
  return reply.code(202).header('content-type', 'application/json; charset=utf-8').send(body);
}
