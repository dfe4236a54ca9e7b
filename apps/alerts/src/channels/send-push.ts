import { createHash } from 'node:crypto';
import type { PushKeyPair } from '@leadclock/read-model/outside/push-key.table.js';
import type { Way } from '@leadclock/read-model/outside/way.table.js';
import webPush from 'web-push';
import type { AlertMessage } from './alert-message.js';
import type { Place } from './message-words.js';
import { type Answer, type Posting, postGuarded } from './post-guarded.js';
import { pushPayload } from './push-payload.js';
import { failed, type Sent } from './sent.js';

/** As whom messages go to push services. */
export interface PushSender {
  readonly keys: () => Promise<PushKeyPair>;
  /** whom a push service can ask about us, a `mailto:` or `https:` address */
  readonly contact: string;
}

/** A device that was away for longer is not rung for what is long over; a test is of use while somebody looks. */
const LIVES_S = 3_600;
const TEST_LIVES_S = 60;

/** Tries once to send a message to a browser, by its push service (RFC 8030), encrypted for it alone (RFC 8291) and signed by us (RFC 8292). */
export async function sendPush(
  { keys, contact }: PushSender,
  { address, keys: subscription, listener, language }: Way,
  { message, place }: { readonly message: AlertMessage; readonly place: Place },
  posting: Posting,
): Promise<Sent> {
  if (subscription === undefined) throw new Error('a way to a browser has no keys');
  const payload = JSON.stringify(pushPayload(message, listener, language, place));
  const request = encrypted({ endpoint: address, keys: { ...subscription } }, payload, {
    vapidDetails: { subject: contact, ...(await keys()) },
    TTL: message.says === 'test' ? TEST_LIVES_S : LIVES_S,
    urgency: 'high',
    topic: topicOf(message),
    contentEncoding: 'aes128gcm',
  });
  if (request === null) return failed('the message could not be encrypted for this browser', { isFinal: true, isOnlyThis: true });
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return postGuarded({ url: address, headers, body: request.body ?? '' }, posting, judged);
}

/** null: the keys are none. */
function encrypted(...asked: Parameters<typeof webPush.generateRequestDetails>): ReturnType<typeof webPush.generateRequestDetails> | null {
  try {
    return webPush.generateRequestDetails(...asked);
  } catch {
    return null;
  }
}

/** What is said later of a lead takes the place of what its device was too far away to hear. */
const topicOf = ({ lead, alert, says }: AlertMessage): string =>
  createHash('sha256')
    .update(says === 'test' ? alert : lead)
    .digest('base64url')
    .slice(0, 32);

function judged({ status, retryAfterMs: waits }: Answer): Sent {
  if (status >= 200 && status < 300) return { ok: true };
  const failure = `the push service answered ${status}`;
  if (status === 404 || status === 410)
    return failed(`${failure}: the browser has no subscription any more`, { isFinal: true, isOnlyThis: true, isGone: true });
  if (status === 413) return failed(`${failure}: the message is too long`, { isFinal: true, isOnlyThis: true });
  return failed(failure, { retryAfterMs: waits, isBusy: status === 429 });
}
