import { type Answer, type Posting, postGuarded } from './post-guarded.js';
import { failed, type Sent } from './sent.js';
import { takenOrSentOn } from './taken-or-sent-on.js';

/** Posts JSON. Taken is what is answered with 2xx in time. */
export const postWebhook = (url: string, body: string, headers: Readonly<Record<string, string>>, posting: Posting): Promise<Sent> =>
  postGuarded({ url, body, headers: { ...headers, 'content-type': 'application/json' } }, posting, judged);

function judged({ status, retryAfterMs: waits }: Answer): Sent {
  // whoever says "gone" wants no more of it
  return takenOrSentOn(status) ?? failed(`answered ${status}`, { isFinal: status === 410, retryAfterMs: waits, isBusy: status === 429 });
}
