import { createECDH, createHash } from 'node:crypto';
import { type AroundSubscription, readAskedSubscription } from '@leadclock/domain/ways/asked-subscription.js';
import type { WayProblem } from '@leadclock/domain/ways/asked-way.js';
import { wayListenerWord } from '@leadclock/domain/ways/listener.js';
import { listBoards } from '@leadclock/read-model/outside/board.table.js';
import { keepSubscription } from '@leadclock/read-model/outside/way.table.js';
import { knownConfiguration } from '../policies/known-configuration.js';
import { addressRefused, type WayParts } from './keep-way.js';

/** A browser that is told from now on. */
interface KeptSubscription {
  readonly way: string;
  readonly for: string;
  readonly language: string;
}

type Kept = { readonly ok: true; readonly kept: KeptSubscription } | { readonly ok: false; readonly problems: readonly WayProblem[] };

/** Keeps a browser's subscription, or keeps it anew: of one endpoint there is one way. Throws ConfigurationUnknown while nobody knows who is there. */
export async function keepAskedSubscription(parts: WayParts, body: unknown): Promise<Kept> {
  const read = readAskedSubscription(body, await around(parts, body));
  if (!read.ok) return read;
  const { endpoint, keys, listener, language, replaces } = read.value;
  const id = wayOf(endpoint);
  const way = { id, kind: 'push', listener, address: endpoint, language, secret: null, keys } as const;
  await keepSubscription(parts.dataSource, way, replaces === null ? null : { way: replaces, now: parts.clock() });
  return { ok: true, kept: { way: id, for: wayListenerWord(listener), language } };
}

/** Nobody can say an endpoint who knows the name that is made of it. */
const wayOf = (endpoint: string): string => `push-${createHash('sha256').update(endpoint).digest('hex').slice(0, 16)}`;

async function around({ dataSource, configLog, clock, settings }: WayParts, body: unknown): Promise<AroundSubscription> {
  const [configuration, boards] = [await knownConfiguration(dataSource.manager, configLog), await listBoards(dataSource)];
  const subscription: unknown = typeof body === 'object' && body !== null && 'subscription' in body ? body.subscription : undefined;
  const endpoint: unknown =
    typeof subscription === 'object' && subscription !== null && 'endpoint' in subscription ? subscription.endpoint : undefined;
  return {
    configuration,
    at: clock(),
    boards: boards.map(({ id }) => id),
    refusal: await addressRefused(endpoint, settings.webhookAllow),
    isPoint,
  };
}

function isPoint(p256dh: string): boolean {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  try {
    pair.computeSecret(p256dh, 'base64url');
    return true;
  } catch {
    return false;
  }
}
