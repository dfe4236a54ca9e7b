import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readerFault } from '../door/body.js';
import { admit, answer, type DoorRoutes, readBytes } from '../door/door-routes.js';
import type { Fault } from '../door/problem.js';
import { sendProblem } from '../door/problem.js';

export const LARGEST_CHUNK = 4 * 1024 * 1024;
export const NDJSON = 'application/x-ndjson';

const NOT_LOCAL: Fault = { status: 401, detail: 'only who can read the data folder may import here: send the token in its file local.token; leadclock import does' };

/** `POST /v1/import`: how the command line, on the machine of the data folder, hands lines of a file to the running program. */
export function importRoute(scope: FastifyInstance, { door, localToken, admission, logger }: DoorRoutes): void {
  scope.addHook('onRequest', (request, reply, done) => {
    if (localToken.matches(request.headers.authorization)) done();
    else sendProblem(reply, NOT_LOCAL);
  });
  admit(scope, admission, logger, (code) => readerFault(code, LARGEST_CHUNK, `send ${NDJSON}`));
  readBytes(scope, [NDJSON], LARGEST_CHUNK);
  scope.post('/v1/import', async (request: FastifyRequest<{ Body: Buffer | undefined; Querystring: { heard_at?: string } }>, reply) => {
    const heardAt = Date.parse(request.query.heard_at ?? '');
    if (Number.isNaN(heardAt)) return sendProblem(reply, { status: 400, detail: 'heard_at must be the instant of the import, RFC 3339' });
    const body = request.body;
    if (body === undefined || !isUtf8(body)) return sendProblem(reply, { status: 400, detail: 'the body must be lines of UTF-8' });
    const taken = await door.takeLines(body.toString('utf8').split('\n'), heardAt);
    // here a chunk of nothing but rejects is an answer like any other
    return taken.kind === 'taken' ? reply.code(202).send({ accepted: taken.accepted, rejected: taken.rejected }) : answer(reply, taken);
  });
}
