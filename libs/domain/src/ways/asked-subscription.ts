import { z } from 'zod';
import { type AroundWay, languageProblems, listenerProblems, type Read, type WayProblem } from './asked-way.js';
import { readWayListener } from './listener.js';

/** A browser that wants to be told; `listener` as alerts name those they tell. */
export interface AskedSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  readonly listener: string;
  readonly language: string;
  /** the way that this one takes the place of: the same browser, under a subscription that its push service has ended; null: none is known */
  readonly replaces: string | null;
}

/** What has to be known to judge it. */
export interface AroundSubscription extends Pick<AroundWay, 'configuration' | 'boards' | 'at' | 'refusal'> {
  /** whether text is a point of the curve that messages are encrypted on */
  readonly isPoint: (p256dh: string) => boolean;
}

/** As `PushSubscription.toJSON()` says it; what else a browser tells of it is not kept. */
const Asked = z.strictObject({
  for: z.string(),
  language: z.string().optional(),
  replaces: z.string().optional(),
  subscription: z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
});

const LONGEST_ENDPOINT = 2_000;
/** 65 bytes and 16 bytes */
const POINT = /^[A-Za-z0-9_-]{87}=?$/;
/** how ways of browsers are named */
const NAME = /^push-[0-9a-f]{16}$/;
const SECRET = /^[A-Za-z0-9_-]{22}(==)?$/;

const wrong = (field: string, code: string, problem: string): WayProblem => ({ path: `$.${field}`, code, problem });

/** Reads `{for, language?, subscription, replaces?}`; all that is wrong is named at once, each at its field, and no endpoint is repeated. */
export function readAskedSubscription(body: unknown, around: AroundSubscription): Read<AskedSubscription> {
  const read = Asked.safeParse(body);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error) };
  const { for: word, language = 'en', subscription, replaces = null } = read.data;
  const { endpoint, keys } = subscription;
  const problems = [
    ...listenerProblems(word, around),
    ...languageProblems(language),
    ...endpointProblems(endpoint, around.refusal),
    ...keyProblems(keys, around.isPoint),
    ...replacedProblems(replaces),
  ];
  const listener = readWayListener(word);
  if (problems.length > 0 || listener === null) return { ok: false, problems };
  return { ok: true, value: { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, listener, language, replaces } };
}

function shapeProblems(error: z.ZodError): readonly WayProblem[] {
  return error.issues.flatMap((issue): readonly WayProblem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => wrong(key, 'unknown-field', 'is no field of a subscription'));
    const field = issue.path.join('.');
    if (field === '') return [{ path: '$', code: 'shape', problem: 'must be one object: for, language and subscription' }];
    return [wrong(field, 'missing', issue.message.includes('undefined') ? 'is missing' : 'is of another type than it must be')];
  });
}

function endpointProblems(endpoint: string, refusal: AroundSubscription['refusal']): readonly WayProblem[] {
  const field = 'subscription.endpoint';
  if (endpoint.length > LONGEST_ENDPOINT) return [wrong(field, 'too-long', `has more than ${LONGEST_ENDPOINT} characters`)];
  if (!URL.canParse(endpoint)) return [wrong(field, 'no-url', 'is no URL: send what the browser gave, whole')];
  const { protocol, username, password } = new URL(endpoint);
  if (!['https:', 'http:'].includes(protocol)) return [wrong(field, 'not-https', 'must begin with https://')];
  if (username !== '' || password !== '')
    return [wrong(field, 'password', 'holds a name and a password: no push service gives such a one')];
  return refusal === null ? [] : [wrong(field, refusal.code, refusal.problem)];
}

const replacedProblems = (replaces: string | null): readonly WayProblem[] =>
  replaces === null || NAME.test(replaces)
    ? []
    : [
        wrong(
          'replaces',
          'no-browser',
          'is no name of a browser: send `way` as it was answered for the subscription before, or leave it out',
        ),
      ];

function keyProblems({ p256dh, auth }: AskedSubscription['keys'], isPoint: (p256dh: string) => boolean): readonly WayProblem[] {
  return [
    ...(POINT.test(p256dh) && isPoint(p256dh)
      ? []
      : [wrong('subscription.keys.p256dh', 'no-key', 'is no public key of P-256 in base64url: send what the browser gave')]),
    ...(SECRET.test(auth) ? [] : [wrong('subscription.keys.auth', 'no-key', 'must be 16 bytes in base64url: send what the browser gave')]),
  ];
}
