import { pushKeys } from '@leadclock/read-model/outside/push-key.table.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, readBytes, release } from '../door/door-routes.js';
import { keepAskedSubscription } from './keep-subscription.js';
import { orAway, type Settled, send, type WayRoutes } from './way-routes.js';

const LARGEST_BODY = 16 * 1024;
const ALLOWED = 'send application/json, one object';

type PushRequest = FastifyRequest<{ Body: Buffer | undefined }>;

/** `/v1/push`: a browser asks for our public key, and says how its push service reaches it. As a way it is tried and taken away like any other. */
export function pushRoutes(scope: FastifyInstance, { keyring, admission, publicUrl, logger, ...parts }: WayRoutes): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, logger, (code) => readerFault(code, LARGEST_BODY, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BODY);
  scope.get('/v1/push', async (request, reply) => {
    const { publicKey } = await pushKeys(parts.dataSource);
    release(request, admission);
    return send(reply, { status: 200, body: { key: publicKey } });
  });
  scope.put('/v1/push/subscriptions', async (request: PushRequest, reply) => {
    const settled = await orAway(kept(request), logger);
    release(request, admission);
    return send(reply, settled);
  });

  async function kept({ body }: PushRequest): Promise<Settled> {
    const json = jsonOf(body, ALLOWED);
    if ('detail' in json) return json;
    const subscription = await keepAskedSubscription(parts, json.value);
    return subscription.ok ? { status: 200, body: subscription.kept } : subscription;
  }
}
