import { newSecret } from '@leadclock/runtime/outgoing/webhook-secret.js';
import { Webhook } from 'standardwebhooks';
import { signedHeaders } from './sign-webhook.js';

describe('the signature of a webhook', () => {
  it('is what the library of Standard Webhooks makes, and takes', () => {
    const [secret, body] = [newSecret(), '{"lead":"ñ"}'];
    const at = Date.now();
    const headers = signedHeaders(secret, 'alert-1', at, body);
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign('alert-1', new Date(at), body));
    expect(new Webhook(secret).verify(body, headers)).toEqual({ lead: 'ñ' });
    expect(() => new Webhook(secret).verify(body.replace('ñ', 'n'), headers)).toThrow('No matching signature found');
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature found');
  });

  it('has a secret of its own for each', () => {
    expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});
