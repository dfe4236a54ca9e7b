import type { WayProblem } from '@leadclock/domain/ways/asked-way.js';
import { replayDeliveries } from '@leadclock/read-model/outside/delivery-log.table.js';
import { listWays, removeWay } from '@leadclock/read-model/outside/way.table.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idempotencyKey } from '../commands/idempotency-key.js';
import { AWAY, type Decided } from '../commands/once.js';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, type DoorRoutes, readBytes, release } from '../door/door-routes.js';
import { type Fault, sendProblem } from '../door/problem.js';
import { errorCode } from '../error-code.js';
import { ConfigurationUnknown } from '../policies/known-configuration.js';
import { addAskedWay } from './add-way.js';
import { changeAskedWay, type WayParts } from './keep-way.js';
import { tryWay } from './try-way.js';

const LARGEST_BODY = 16 * 1024;
const ALLOWED = 'send application/json, one object';

export interface WayRoutes extends WayParts, Pick<DoorRoutes, 'keyring' | 'admission' | 'logger'> {
  readonly publicUrl: string | null;
}

type WayRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { way: string } }>;
export type Settled = Decided | { readonly status: 200; readonly body: object } | { readonly problems: readonly WayProblem[] } | Fault;

const NONE: Fault = { status: 404, detail: 'there is no way of that name; GET /v1/ways lists them' };
const Replay = z.strictObject({ delivery: z.int().positive().optional() });

/** `/v1/ways`: how alerts reach people besides the pages is set up, changed, tried and taken away; what was given up is sent again. */
export function wayRoutes(scope: FastifyInstance, { keyring, admission, publicUrl, logger, ...parts }: WayRoutes): void {
  const { dataSource, clock } = parts;
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_BODY, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BODY);
  const answered = (settle: (request: WayRequest) => Promise<Settled>) => async (request: WayRequest, reply: FastifyReply) => {
    const settled = await orAway(settle(request), logger);
    release(request, admission);
    return send(reply, settled);
  };
  scope.post(
    '/v1/ways',
    answered(async ({ body, headers, keyId }) => {
      const json = jsonOf(body, ALLOWED);
      if ('detail' in json) return json;
      const header = headers['idempotency-key'];
      const key = header === undefined ? null : idempotencyKey(header);
      if (key !== null && typeof key !== 'string') return key;
      return addAskedWay(parts, json.value, key === null ? null : { key, person: keyId === '' ? 'page:ways' : `key:${keyId}` });
    }),
  );
  scope.patch(
    '/v1/ways/:way',
    answered(async ({ body, params }) => {
      const json = jsonOf(body, ALLOWED);
      if ('detail' in json) return json;
      const changed = await changeAskedWay(parts, params.way, json.value);
      if (changed === null) return NONE;
      return changed.ok ? { status: 200, body: changed.kept } : changed;
    }),
  );
  scope.delete(
    '/v1/ways/:way',
    answered(async ({ params: { way } }) => ((await removeWay(dataSource, way)) ? { status: 200, body: { way } } : NONE)),
  );
  scope.post(
    '/v1/ways/:way/replays',
    answered(async ({ body, params: { way } }) => {
      const json = body === undefined || body.length === 0 ? { value: {} } : jsonOf(body, ALLOWED);
      if ('detail' in json) return json;
      const read = Replay.safeParse(json.value);
      if (!read.success)
        return { problems: [{ path: '$.delivery', code: 'shape', problem: 'must be the number of a message of GET /v1/ways/NAME/log' }] };
      if ((await listWays(dataSource, way)).length === 0) return NONE;
      const { delivery } = read.data;
      const replayed = await replayDeliveries(dataSource, way, clock(), delivery ?? null);
      if (delivery !== undefined && replayed === 0)
        return { status: 409, detail: 'this message was not given up: it was delivered, is on its way, or had nothing left to say' };
      return { status: 200, body: { way, replayed } };
    }),
  );
  scope.post('/v1/ways/:way/test', async (request: WayRequest, reply) => {
    // it waits for somebody else, and takes no room meanwhile
    release(request, admission);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const { way } = request.params;
    const tried = await tryWay(dataSource, way, clock(), gone.signal);
    return send(reply, tried === null ? NONE : { status: 200, body: { way, ...tried } });
  });
}

/** While nobody knows who is there, whoever asks has to come again. */
export async function orAway(settling: Promise<Settled>, logger: DoorRoutes['logger']): Promise<Settled> {
  try {
    return await settling;
  } catch (error) {
    if (!(error instanceof ConfigurationUnknown)) throw error;
    logger.warn({ reason: errorCode(error) }, 'a way could not be set up');
    return AWAY;
  }
}

/** Answers with what came of it. */
export function send(reply: FastifyReply, settled: Settled): FastifyReply {
  if ('detail' in settled) return sendProblem(reply, settled);
  if ('problems' in settled) {
    const [first] = settled.problems;
    const [path, problem] = [first?.path ?? '$', `${first?.path ?? '$'} ${first?.problem ?? 'cannot be meant'}`];
    return sendProblem(reply, { status: 400, detail: problem }, { problem, path, problems: settled.problems });
  }
  // a secret may be in it
  void reply.header('cache-control', 'no-store');
  const answer = 'answer' in settled ? settled.answer : JSON.stringify(settled.body);
  return reply.code(settled.status).header('content-type', 'application/json; charset=utf-8').send(answer);
}
