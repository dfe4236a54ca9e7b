import { instantIn, listIn, memberIn, textIn } from '../console/json.js';

/** The server answered with something else than success. `status`: 0: it did not answer. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

/** How this browser has been reached: instants are epoch ms; `failure` is what the server says, in English. */
export interface Reached {
  readonly succeededAt: number | null;
  readonly failedAt: number | null;
  readonly failure: string | null;
}

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const reply = await fetch(path, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (reply === null || !reply.ok) throw new PushRefused(reply?.status ?? 0);
  return reply.json();
}

/** The key that subscriptions are made for. */
export const serverKey = async (): Promise<string> => textIn(await call('GET', '/v1/push'), 'key') ?? '';

/** Says that this browser is told what that listener (`rep:ana`) is told, no longer by the way `before`; answers the name of it as a way. */
export async function keep(subscription: PushSubscription, listener: string, language: string, before: string | null): Promise<string> {
  const asked = { for: listener, language, subscription, ...(before !== null && { replaces: before }) };
  return textIn(await call('PUT', '/v1/push/subscriptions', asked), 'way') ?? '';
}

export const remove = (way: string): Promise<unknown> => call('DELETE', `/v1/ways/${encodeURIComponent(way)}`);

/** Sends a test now; null: the push service took it, else why not. */
export async function tryOut(way: string): Promise<string | null> {
  const tried = await call('POST', `/v1/ways/${encodeURIComponent(way)}/test`, {});
  return textIn(tried, 'outcome') === 'taken' ? null : (textIn(tried, 'failure') ?? 'failed');
}

/** null: the server knows nothing of this browser. */
export async function reached(way: string): Promise<Reached | null> {
  const found = listIn(await call('GET', '/v1/ways'), 'ways').find((one) => memberIn(one, 'way') === way);
  if (found === undefined) return null;
  return { succeededAt: instantIn(found, 'succeeded_at'), failedAt: instantIn(found, 'failed_at'), failure: textIn(found, 'failure') };
}
