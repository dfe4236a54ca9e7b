import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { isRep } from '@leadclock/domain/alerts/reaches.js';
import type { Way, WayKind } from '@leadclock/read-model/outside/way.table.js';
import { z } from 'zod';

/** What says where a way leads; one of them. */
export interface AddressFlags {
  readonly email?: string;
  readonly webhook?: string;
  readonly slack?: string;
  readonly teams?: string;
}

export type ReadWay<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const wrong = (problem: string) => ({ ok: false, problem }) as const;
const kinds = ['email', 'webhook', 'slack', 'teams'] as const satisfies readonly WayKind[];
const named = ['team', 'manager', 'screen', 'channel'] as const;

/** Whom a way is for, in the words of a policy's `notify`, as alerts name them. */
export function readListenerFlag(word: string): ReadWay<string> {
  if (word === 'everybody') return { ok: true, value: EVERYBODY };
  const at = word.indexOf(':');
  const [who, id] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
  if (id !== '' && who === 'rep') return { ok: true, value: id };
  if (id !== '' && named.some((one) => one === who)) return { ok: true, value: word };
  return wrong(`--for ${word}: must be rep:ID, ${named.map((one) => `${one}:ID`).join(', ')}, manager:* (of any team), or everybody`);
}

/** The same word from what is kept. */
export const listenerWord = (listener: string): string =>
  listener === EVERYBODY ? 'everybody' : isRep(listener) ? `rep:${listener}` : listener;

/** Where a way leads. */
export function readAddress(flags: AddressFlags): ReadWay<Pick<Way, 'kind' | 'address'>> {
  const given = kinds.filter((kind) => flags[kind] !== undefined);
  const [kind, ...more] = given;
  if (kind === undefined || more.length > 0) return wrong(`give one of ${kinds.map((each) => `--${each}`).join(', ')}`);
  const address = flags[kind] ?? '';
  const problem = kind === 'email' ? mailProblem(address) : urlProblem(address);
  return problem === null ? { ok: true, value: { kind, address } } : wrong(`--${kind}: ${problem}`);
}

const mailProblem = (address: string): string | null => (z.email().safeParse(address).success ? null : 'it is no e-mail address');

function urlProblem(address: string): string | null {
  if (!URL.canParse(address)) return 'it is no URL';
  const { protocol, username, password } = new URL(address);
  if (!['https:', 'http:'].includes(protocol)) return 'it must be https, or http to a range of LEADCLOCK_WEBHOOK_ALLOW';
  return username === '' && password === '' ? null : 'a name and a password in it are not sent: webhooks are signed';
}

/** An address as it may stand on a screen: enough to tell it from others, too little to use it. */
export function maskedAddress({ kind, address }: Pick<Way, 'kind' | 'address'>): string {
  if (kind !== 'email') return `${new URL(address).origin}/…`;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
