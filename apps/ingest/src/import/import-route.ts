import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readerFault } from '../door/body.js';
import { admit, answer, answerFaults, type DoorRoutes, readBytes, release } from '../door/door-routes.js';
import { type Fault, sendProblem } from '../door/problem.js';

export const LARGEST_CHUNK = 4 * 1024 * 1024;
export const NDJSON = 'application/x-ndjson';

const UNUSABLE: Fault = { status: 400, detail: 'send lines of UTF-8, and in heard_at the instant of the import, RFC 3339' };
const NOT_LOCAL: Fault = {
  status: 401,
  detail: 'only who can read the data folder may import here: send the token in its file local.token; leadclock import does',
};

/** `POST /v1/import`: how the command line, on the machine of the data folder, hands lines of a file to the running program. */
export function importRoute(scope: FastifyInstance, { door, localToken, admission, logger }: DoorRoutes): void {
  scope.addHook('onRequest', (request, reply, done) => {
    const fault = localToken.matches(request.headers.authorization) ? admit(request, admission) : NOT_LOCAL;
    if (fault === null) done();
    else sendProblem(reply, fault);
  });
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_CHUNK, `send ${NDJSON}`));
  readBytes(scope, [NDJSON], LARGEST_CHUNK);
  scope.post('/v1/import', async (request: FastifyRequest<{ Body: Buffer | undefined; Querystring: { heard_at?: string } }>, reply) => {
    const lines = linesOf(request.body);
    const heardAt = Date.parse(request.query.heard_at ?? '');
    const taken = lines === null || Number.isNaN(heardAt) ? null : await door.takeLines(lines, heardAt);
    release(request, admission);
    if (taken === null) return sendProblem(reply, UNUSABLE);
    // here a chunk of nothing but rejects is an answer like any other
    return taken.kind === 'taken' ? reply.code(202).send({ accepted: taken.accepted, rejected: taken.rejected }) : answer(reply, taken);
  });
}

const linesOf = (body: Buffer | undefined): readonly string[] | null =>
  body === undefined || !isUtf8(body) ? null : body.toString('utf8').split('\n');
