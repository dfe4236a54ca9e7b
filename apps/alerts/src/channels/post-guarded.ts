import { type IncomingMessage, request as requestHttp } from 'node:http';
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
  /** how the body of a refusal begins; empty where nobody wants to know */
  readonly said: string;
}

interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** so many characters of a refusal's body are wanted; left out: none is read */
  readonly hears?: number;
}

/**
 * Posts to where the guard lets it, once and in time; a redirect is followed nowhere, and of an answer's body no more is read than is wanted of a refusal.
 * `judged` says what an answer means.
 */
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
  { url: address, headers, body, hears = 0 }: Posted,
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
      // the answer is there: what breaks off from now on is its body
      sending.off('error', reject).on('error', () => undefined);
      const { 'retry-after': retryAfter, date } = response.headers;
      const status = response.statusCode ?? 0;
      const answer = { status, retryAfterMs: retryAfterMs(retryAfter, date, now) };
      void beginningOf(response, status < 400 ? 0 : hears).then((said) => resolve({ ...answer, said }));
    });
    sending.end(body);
  });
}

/** What has come of a body by its end, or by then: that it breaks off or takes too long changes nothing in the answer. */
function beginningOf(response: IncomingMessage, characters: number): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    response.once('error', () => undefined);
    response.once('close', () => resolve(said.slice(0, characters)));
    if (characters === 0) {
      response.destroy();
      return;
    }
    response.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.length >= characters) response.destroy();
    });
  });
}
