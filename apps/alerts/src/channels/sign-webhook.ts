import { createHmac } from 'node:crypto';
import { SECRET_PREFIX } from '@leadclock/runtime/outgoing/webhook-secret.js';

/** The headers by which a receiver knows that a webhook is ours and is no repeat, as Standard Webhooks 1.0 has them. `at`: epoch ms. */
export function signedHeaders(secret: string, id: string, at: number, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1_000));
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
