import type { Way } from '@leadclock/read-model/outside/way.table.js';
import type { AddressGuard } from './address-guard.js';
import type { AlertMessage } from './alert-message.js';
import { mailOf } from './mail-message.js';
import type { Place } from './message-words.js';
import { postChat } from './post-chat.js';
import { postWebhook } from './post-webhook.js';
import type { MailServer } from './send-mail.js';
import { type PushSender, sendPush } from './send-push.js';
import { failed, type Sent } from './sent.js';
import { signedHeaders } from './sign-webhook.js';
import { webhookBody } from './webhook-body.js';

/** What messages leave by. */
export interface Outlets {
  /** null: there is no mail server */
  readonly mail: { readonly server: Pick<MailServer, 'send'>; readonly from: string } | null;
  /** as whom browsers are told */
  readonly push: PushSender;
  /** where webhooks may go */
  readonly guard: AddressGuard;
  /** a try takes no longer */
  readonly limitMs: number;
  /** aborted: what is being sent is broken off */
  readonly stopping: AbortSignal;
}

/** Tries once to send a message. `now`: epoch ms. */
export async function sendByWay(
  { mail, push, guard, limitMs, stopping }: Outlets,
  way: Way,
  { message, place, now }: { readonly message: AlertMessage; readonly place: Place; readonly now: number },
): Promise<Sent> {
  const { kind, address, language, secret } = way;
  if (kind === 'email') {
    if (mail === null) return failed('no mail server is set: LEADCLOCK_SMTP_URL and LEADCLOCK_MAIL_FROM');
    return mail.server.send(mailOf(message, { address, language, from: mail.from, place }), stopping);
  }
  const posting = { guard, limitMs, stopping, now };
  if (kind === 'push') return sendPush(push, way, { message, place }, posting);
  const body = webhookBody(kind, message, language, place, now);
  if (kind !== 'webhook') return postChat(address, body, posting);
  const id = message.says === 'resolved' || message.says === 'retracted' ? `${message.alert}_${message.says}` : message.alert;
  return postWebhook(address, body, secret === null ? {} : signedHeaders(secret, id, now, body), posting);
}
