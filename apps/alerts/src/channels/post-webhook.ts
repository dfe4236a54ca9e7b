import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { errorCode } from '@leadclock/runtime/error-code.js';
import { type AddressGuard, AddressRefused, guardedLookup, refuseLiteral } from './address-guard.js';
import { retryAfterMs } from './retry-after.js';
import { failed, type Sent } from './sent.js';

interface Posting {
  readonly guard: AddressGuard;
  readonly limitMs: number;
  readonly stopping: AbortSignal;
  /** epoch ms */
  readonly now: number;
}

interface Answer {
  readonly status: number;
  readonly retryAfterMs: number | null;
}

/** Posts JSON. Taken is what is answered with 2xx in time; a redirect is followed nowhere, and no body is read. */
export async function postWebhook(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { guard, limitMs, stopping, now }: Posting,
): Promise<Sent> {
  const signal = AbortSignal.any([AbortSignal.timeout(limitMs), stopping]);
  try {
    return judged(await answerOf(new URL(url), body, headers, { guard, signal, now }));
  } catch (error) {
    if (error instanceof AddressRefused) return failed(error.message);
    if (signal.aborted) return failed(`no answer in ${limitMs / 1_000} s`);
    return failed(errorCode(error) || 'the connection failed');
  }
}

function judged({ status, retryAfterMs: waits }: Answer): Sent {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed(`answered ${status}: redirects are not followed, name the address itself`);
  // whoever says "gone" wants no more of it
  return failed(`answered ${status}`, { isFinal: status === 410, retryAfterMs: waits, isBusy: status === 429 });
}

function answerOf(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { guard, signal, now }: Pick<Posting, 'guard' | 'now'> & { readonly signal: AbortSignal },
): Promise<Answer> {
  refuseLiteral(url, guard);
  const isEncrypted = url.protocol === 'https:';
  const request = isEncrypted ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'leadclock' },
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
