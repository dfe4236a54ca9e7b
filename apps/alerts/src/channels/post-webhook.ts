import { type Answer, type Posting, postGuarded } from './post-guarded.js';
import { failed, type Sent } from './sent.js';

/** Posts JSON. Taken is what is answered with 2xx in time. */
export const postWebhook = (url: string, body: string, headers: Readonly<Record<string, string>>, posting: Posting): Promise<Sent> =>
  postGuarded({ url, body, headers: { ...headers, 'content-type': 'application/json' } }, posting, judged);

function judged({ status, retryAfterMs: waits }: Answer): Sent {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed(`answered ${status}: redirects are not followed, name the address itself`);
  // whoever says "gone" wants no more of it
  return failed(`answered ${status}`, { isFinal: status === 410, retryAfterMs: waits, isBusy: status === 429 });
}
