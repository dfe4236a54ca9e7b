import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { errorCode } from '@leadclock/runtime/error-code.js';
import { type AddressGuard, AddressRefused, guardedLookup, refuseLiteral } from './address-guard.js';
import { retryAfterMs } from './retry-after.js';
import { failed, type Sent } from './sent.js';

export interface Posting {
  readonly guard: AddressGuard;
  readonly limitMs: number;
  readonly stopping: AbortSignal;
  /** epoch ms */
  readonly now: number;
}

export interface Answer {
  readonly status: number;
  readonly retryAfterMs: number | null;
}

interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Posts to where the guard lets it, once and in time; a redirect is followed nowhere, and no body is read. `judged` says what an answer means. */
export async function postGuarded(
  posted: Posted,
  { guard, limitMs, stopping, now }: Posting,
  judged: (answer: Answer) => Sent,
): Promise<Sent> {
  const signal = AbortSignal.any([AbortSignal.timeout(limitMs), stopping]);
  try {
    return judged(await answerOf(posted, { guard, signal, now }));
  } catch (error) {
    if (error instanceof AddressRefused) return failed(error.message);
    if (signal.aborted) return failed(`no answer in ${limitMs / 1_000} s`);
    return failed(errorCode(error) || 'the connection failed');
  }
}

function answerOf(
  { url: address, headers, body }: Posted,
  { guard, signal, now }: Pick<Posting, 'guard' | 'now'> & { readonly signal: AbortSignal },
): Promise<Answer> {
  const url = new URL(address);
  refuseLiteral(url, guard);
  const isEncrypted = url.protocol === 'https:';
  const request = isEncrypted ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'leadclock' },
      lookup: guardedLookup(guard, isEncrypted),
      agent: false,
      signal,
    });
    sending.once('error', reject);
    sending.once('response', (response) => {
      const { 'retry-after': retryAfter, date } = response.headers;
      resolve({ status: response.statusCode ?? 0, retryAfterMs: retryAfterMs(retryAfter, date, now) });
      response.once('error', () => undefined);
      response.destroy();
    });
    sending.end(body);
  });
}
