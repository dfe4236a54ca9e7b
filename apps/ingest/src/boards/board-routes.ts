import { problemOf } from '@leadclock/domain/events/problem.js';
import { Board, BoardId } from '@leadclock/live-protocol/board.js';
import { boardOf, dropBoard, putBoard } from '@leadclock/read-model/outside/board.table.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { Clock } from '@leadclock/runtime/tokens.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, type DoorRoutes, readBytes, release } from '../door/door-routes.js';
import { type Fault, sendProblem } from '../door/problem.js';
import { seenIn } from '../door/seen-version.js';

const LARGEST_BOARD = 64 * 1024;
const ALLOWED = 'send application/json, one object';

interface BoardRoutes extends Pick<DoorRoutes, 'keyring' | 'admission' | 'logger'> {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly publicUrl: string | null;
}

type BoardRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { board: string } }>;

/**
 * `PUT` and `DELETE /v1/boards/:board`: what people put together is kept. `If-Match` says which version was seen (`0`: there was none), so that
 * of two who change a board at the same time the second is told, and nobody's work is lost in silence.
 */
export function boardRoutes(scope: FastifyInstance, { dataSource, clock, keyring, admission, logger, publicUrl }: BoardRoutes): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_BOARD, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BOARD);
  scope.put('/v1/boards/:board', async (request: BoardRequest, reply) => {
    const answered = await put(request);
    release(request, admission);
    return send(reply, answered);
  });
  scope.delete('/v1/boards/:board', async (request: BoardRequest, reply) => {
    const answered = await remove(request);
    release(request, admission);
    return send(reply, answered);
  });

  async function put({ headers, params, body }: BoardRequest): Promise<Kept | Fault> {
    const id = idOf(params.board);
    const seen = seenIn(headers['if-match']);
    if (typeof id !== 'string') return id;
    if (typeof seen !== 'number') return seen;
    const json = jsonOf(body, ALLOWED);
    if ('detail' in json) return json;
    const read = Board.safeParse(json.value);
    if (!read.success) {
      const { path, problem } = problemOf(read.error, Board, json.value, '$');
      return { status: 400, detail: `${path} ${problem}` };
    }
    const kept = await putBoard(dataSource, { id, body: read.data, seen, now: clock() });
    return kept === null ? changedMeanwhile(id) : { status: 200, body: { id, version: kept.version } };
  }

  async function remove({ headers, params }: BoardRequest): Promise<Kept | Fault> {
    const id = idOf(params.board);
    const seen = seenIn(headers['if-match']);
    if (typeof id !== 'string') return id;
    if (typeof seen !== 'number') return seen;
    return (await dropBoard(dataSource, id, seen)) ? { status: 200, body: { id, version: null } } : changedMeanwhile(id);
  }

  async function changedMeanwhile(id: string): Promise<Fault> {
    const there = await boardOf(dataSource, id);
    if (there === null) return { status: 404, detail: 'there is no such board (any more); GET /v1/boards lists them' };
    return { status: 409, detail: `the board is at version ${there.version} by now; load it again and change that` };
  }
}

interface Kept {
  readonly status: 200;
  readonly body: { readonly id: string; readonly version: number | null };
}

function send(reply: FastifyReply, answered: Kept | Fault): FastifyReply {
  if ('detail' in answered) return sendProblem(reply, answered);
  return reply.code(200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answered.body));
}

function idOf(board: string): string | Fault {
  const read = BoardId.safeParse(board);
  return read.success ? read.data : { status: 400, detail: `the id of a board ${read.error.issues[0]?.message ?? ''}` };
}
