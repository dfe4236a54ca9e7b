import type { Caller, Keyring } from '@leadclock/identity/keyring.js';
import type { LocalToken } from '@leadclock/identity/local-token.js';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Admission } from './admission.js';
import { ALLOWED, CONTENT_TYPES, eventsOf, headerFault, LARGEST_BODY, readerFault } from './body.js';
import type { Door, Taken } from './door.js';
import { type Fault, sendProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** what this request weighs in the door's admission; 0: it was not let in */
    admitted: number;
    /** id of the API key behind it, once that was asked for; empty: a page of ours */
    keyId: string;
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
const NO_TYPE: Fault = { status: 415, detail: `there is no content type; ${ALLOWED}` };
const NO_KEY: Fault = {
  status: 401,
  detail: 'an API key is needed: send the header "Authorization: Bearer lc_…"; leadclock key show prints the key',
};

/**
 * Asks each request of a scope for its API key, before its body takes room. `withoutKey` says why a request that shows none is refused,
 * or lets it in (null); a key that is shown and wrong is refused whatever else speaks for it.
 */
export function askForKey(
  scope: FastifyInstance,
  { keyring, admission }: Pick<DoorRoutes, 'keyring' | 'admission'>,
  withoutKey: (request: FastifyRequest) => Fault | null = () => NO_KEY,
): void {
  scope.decorateRequest('keyId', '');
  scope.addHook('onRequest', (request, reply, done) => {
    const letIn = (refusal: Fault | null) => {
      const fault = refusal ?? headerFault(request.headers) ?? admit(request, admission);
      if (fault === null) done();
      else sendProblem(reply, fault);
    };
    const { authorization } = request.headers;
    if (authorization === undefined) return letIn(withoutKey(request));
    const decide = (caller: Caller | null) => {
      request.keyId = caller?.keyId ?? '';
      letIn(caller === null ? NO_KEY : null);
    };
    const caller = keyring.verify(authorization);
    if (caller instanceof Promise) caller.then(decide, done);
    else decide(caller);
  });
}

/** `POST /v1/events`: the front door of every sender. */
export function eventsRoute(scope: FastifyInstance, { door, keyring, admission, logger }: DoorRoutes): void {
  askForKey(scope, { keyring, admission });
  answerFaults(scope, admission, logger, readerFault);
  readBytes(scope, CONTENT_TYPES, LARGEST_BODY);
  scope.post('/v1/events', async (request: FastifyRequest<{ Body: Buffer | undefined }>, reply) => {
    const contentType = request.headers['content-type'];
    const events = contentType === undefined || request.body === undefined ? NO_TYPE : eventsOf(request.body, contentType);
    const taken = 'status' in events ? null : await door.take(events);
    release(request, admission);
    if ('status' in events) return sendProblem(reply, events);
    return taken === null ? undefined : answer(reply, taken);
  });
}

/** Lets a request in, or says why not. Asked for only behind the key: a stranger must not fill the room. */
export function admit(request: FastifyRequest, admission: Admission): Fault | null {
  const weight = admission.weigh(request.headers['content-length']);
  const verdict = admission.enter(weight);
  if (verdict !== 'in') return verdict === 'full' ? BUSY : STOPPING;
  request.admitted = weight;
  return null;
}

/** Lets a request out, once. */
export function release(request: FastifyRequest, admission: Admission): void {
  if (request.admitted === 0) return;
  admission.leave(request.admitted);
  request.admitted = 0;
}

/** Answers for what goes wrong outside of the handler: while the body is read (a sender that hangs up among it), and what nobody foresaw. */
export function answerFaults(
  scope: FastifyInstance,
  admission: Admission,
  logger: Logger,
  readFault: (code: string | undefined) => Fault | null,
): void {
  scope.decorateRequest('admitted', 0);
  // nothing is logged of a request, so none needs a logger of its own
  scope.setChildLoggerFactory((parent) => parent);
  scope.setErrorHandler((error: FastifyError, request, reply) => {
    release(request, admission);
    const fault = readFault(error.code);
    if (fault !== null) return sendProblem(reply, fault);
    // the message may quote what was sent: the log gets the kind and the place
    logger.error(
      { error: error.name, code: error.code, at: error.stack?.split('\n')[1]?.trim() },
      'a request to the door failed unexpectedly',
    );
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
