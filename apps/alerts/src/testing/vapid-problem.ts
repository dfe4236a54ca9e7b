import { createPublicKey, verify } from 'node:crypto';

type Proof = { readonly ok: true; readonly contact: string } | { readonly ok: false; readonly problem: string };

const DAY_S = 86_400;
const wrong = (problem: string): Proof => ({ ok: false, problem });
const read = (part: string): Readonly<Record<string, unknown>> => Object(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));

/** Whether a sender is whom a subscription was made for (RFC 8292): his key signs, for this push service, and for a day at most. */
export function vapidProblem(authorization: string | undefined, known: { readonly serverKey: string; readonly audience: string }): Proof {
  const { token, key } = /^vapid t=(?<token>[^,\s]+), ?k=(?<key>[A-Za-z0-9_-]+)$/.exec(authorization ?? '')?.groups ?? {};
  const [head = '', claims = '', signature = ''] = token?.split('.') ?? [];
  if (key === undefined || signature === '') return wrong('no vapid authorization');
  if (key !== known.serverKey) return wrong('another key than the subscription was made for');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))) return wrong('a wrong signature');
  const { aud, exp, sub } = read(claims);
  if (read(head)['alg'] !== 'ES256') return wrong('another algorithm than ES256');
  if (aud !== known.audience) return wrong('for another push service');
  const now = Date.now() / 1_000;
  if (typeof exp !== 'number' || exp <= now || exp > now + DAY_S) return wrong('over, or for more than a day');
  return typeof sub === 'string' && /^(mailto|https):/.test(sub) ? { ok: true, contact: sub } : wrong('nobody to ask');
}
