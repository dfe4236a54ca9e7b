import { z } from 'zod';
import { EVERYBODY } from '../alerts/everybody.js';
import type { Configuration } from '../configuration/configuration.js';
import { partsOf, readWayListener, teamsOf, wayListeners } from './listener.js';
import { listenersNamed } from './listeners-named.js';

/** The kinds that somebody may set up by an address; others (push) set themselves up. */
export const askedKinds = ['email', 'webhook', 'slack', 'teams'] as const;
export type AskedKind = (typeof askedKinds)[number];

/** The languages in which people are written to. */
export const messageLanguages = ['en', 'es', 'ru'] as const;

/** A way that somebody sets up; `listener` as alerts name those they tell. */
export interface AskedWay {
  readonly way: string;
  readonly kind: AskedKind;
  readonly listener: string;
  readonly address: string;
  readonly language: string;
}

/** What of a way changes; what is left out stays. */
export interface WayChange {
  readonly listener?: string;
  readonly address?: string;
  readonly language?: string;
  readonly paused?: boolean;
  /** a webhook gets another secret */
  readonly newSecret?: boolean;
}

/** What is wrong with a field; `code` is the same in every language, `problem` says it and the fix in English, and repeats no address. */
export interface WayProblem {
  readonly path: string;
  readonly code: string;
  readonly problem: string;
}

/** What has to be known to judge a way. */
export interface AroundWay {
  readonly configuration: Configuration;
  /** epoch ms */
  readonly at: number;
  /** names that ways have already */
  readonly names: readonly string[];
  /** ids of boards, which screens show */
  readonly boards: readonly string[];
  /** whether a mail server is set */
  readonly hasMail: boolean;
  /** why the address, a URL, may not be reached; null: it may */
  readonly refusal: { readonly code: string; readonly problem: string } | null;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly WayProblem[] };

const NAME = /^[A-Za-z0-9._-]{1,64}$/;
const LONGEST_ADDRESS = 2_000;

const wrong = (field: string, code: string, problem: string): WayProblem => ({ path: `$.${field}`, code, problem });

const New = z.strictObject({ way: z.string(), kind: z.string(), for: z.string(), address: z.string(), language: z.string().optional() });
const Change = z.strictObject({
  for: z.string().optional(),
  address: z.string().optional(),
  language: z.string().optional(),
  paused: z.boolean().optional(),
  new_secret: z.boolean().optional(),
});

/** Reads `{way, kind, for, address, language?}`; all that is wrong is named at once, each at its field. */
export function readAskedWay(body: unknown, around: AroundWay): Read<AskedWay> {
  const read = New.safeParse(body);
  const given = fieldsOf(body);
  const kind = askedKinds.find((one) => one === given['kind']);
  const language = given['language'] ?? 'en';
  const problems = [
    ...shapeProblems(read.error),
    ...nameProblems(given['way'], around),
    ...(given['kind'] === undefined || kind !== undefined
      ? []
      : [wrong('kind', 'unknown-kind', `is none that can be set up; it can be ${askedKinds.join(', ')}`)]),
    ...(kind === 'email' && !around.hasMail
      ? [wrong('kind', 'no-mail-server', 'cannot be sent: set LEADCLOCK_SMTP_URL and LEADCLOCK_MAIL_FROM, and start leadclock again')]
      : []),
    ...listenerProblems(given['for'], around),
    ...(kind === undefined ? [] : addressProblems(kind, given['address'], around)),
    ...languageProblems(language),
  ];
  const listener = readWayListener(given['for'] ?? '');
  if (problems.length > 0 || !read.success || kind === undefined || listener === null) return { ok: false, problems };
  return { ok: true, value: { way: read.data.way, kind, listener, address: read.data.address, language } };
}

/** Reads `{for?, address?, language?, paused?, new_secret?}` for a way of that kind. */
export function readWayChange(body: unknown, kind: string, around: AroundWay): Read<WayChange> {
  const read = Change.safeParse(body);
  const given = fieldsOf(body);
  const known = askedKinds.find((one) => one === kind);
  const fixed = (['for', 'address'] as const).filter((field) => known === undefined && given[field] !== undefined);
  const problems = [
    ...shapeProblems(read.error),
    ...fixed.map((field) => wrong(field, 'fixed', `is set by the device itself: ${kind} cannot be changed here`)),
    ...(known === undefined ? [] : [...listenerProblems(given['for'], around), ...addressProblems(known, given['address'], around)]),
    ...languageProblems(given['language']),
    ...(read.data?.new_secret === true && kind !== 'webhook'
      ? [wrong('new_secret', 'unsigned', 'is for webhooks only: nothing else is signed')]
      : []),
  ];
  if (problems.length > 0 || !read.success) return { ok: false, problems };
  const { for: word, address, language, paused, new_secret: newSecret } = read.data;
  const listener = word === undefined ? null : readWayListener(word);
  return {
    ok: true,
    value: {
      ...(listener !== null && { listener }),
      ...(address !== undefined && { address }),
      ...(language !== undefined && { language }),
      ...(paused !== undefined && { paused }),
      ...(newSecret !== undefined && { newSecret }),
    },
  };
}

/** The fields that hold text, as they were sent. */
function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** What has another shape; what was sent is not repeated. */
function shapeProblems(error: z.ZodError | undefined): readonly WayProblem[] {
  return (error?.issues ?? []).flatMap((issue): readonly WayProblem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => wrong(key, 'unknown-field', 'is no field of a way'));
    const [field] = issue.path;
    if (field === undefined) return [{ path: '$', code: 'shape', problem: 'must be one object, the way' }];
    return [wrong(String(field), 'missing', issue.message.includes('undefined') ? 'is missing' : 'is of another type than it must be')];
  });
}

function nameProblems(name: string | undefined, { names }: AroundWay): readonly WayProblem[] {
  if (name === undefined) return [];
  if (!NAME.test(name)) return [wrong('way', 'name', 'may hold letters, digits, dot, underscore and dash, 1 to 64')];
  return names.includes(name) ? [wrong('way', 'taken', 'is the name of another way: take another, or change that one')] : [];
}

/** A language that is not given is no problem. */
export function languageProblems(language: string | undefined): readonly WayProblem[] {
  if (language === undefined || messageLanguages.some((one) => one === language)) return [];
  return [wrong('language', 'language', `must be one of ${messageLanguages.join(', ')}`)];
}

/** Whom a way is for must be there; not given is no problem. */
export function listenerProblems(
  word: string | undefined,
  around: Pick<AroundWay, 'configuration' | 'boards' | 'at'>,
): readonly WayProblem[] {
  if (word === undefined) return [];
  const listener = readWayListener(word);
  if (listener === null) return [wrong('for', 'listener', `must be one of ${wayListeners.join(', ')}`)];
  const { who, id } = partsOf(listener);
  const { configuration, boards, at } = around;
  if (who === 'rep' && !Object.hasOwn(configuration.reps, id))
    return [wrong('for', 'no-rep', `is no rep that was set; ${known('reps', Object.keys(configuration.reps))}`)];
  if ((who === 'team' || (who === 'manager' && id !== EVERYBODY)) && !teamsOf(configuration).includes(id))
    return [wrong('for', 'no-team', `is no team that was set; ${known('teams', teamsOf(configuration))}`)];
  const screens = [...boards.map((board) => `screen:${board}`), ...listenersNamed(configuration, at).keys()];
  if (who === 'screen' && !screens.includes(listener))
    return [wrong('for', 'no-screen', `is no screen: no policy tells it, and no board has that id; ${known('boards', boards)}`)];
  return [];
}

function addressProblems(kind: AskedKind, address: string | undefined, { refusal }: AroundWay): readonly WayProblem[] {
  if (address === undefined) return [];
  if (address.length > LONGEST_ADDRESS) return [wrong('address', 'too-long', `has more than ${LONGEST_ADDRESS} characters`)];
  if (kind === 'email') return z.email().safeParse(address).success ? [] : [wrong('address', 'no-email', 'is no e-mail address')];
  if (!URL.canParse(address)) return [wrong('address', 'no-url', 'is no URL: copy it whole, with https://')];
  const { protocol, username, password } = new URL(address);
  if (!['https:', 'http:'].includes(protocol)) return [wrong('address', 'not-https', 'must begin with https://')];
  if (username !== '' || password !== '')
    return [wrong('address', 'password', 'holds a name and a password, which are not sent: webhooks are signed')];
  return refusal === null ? [] : [wrong('address', refusal.code, refusal.problem)];
}

const known = (what: string, ids: readonly string[]): string =>
  ids.length === 0 ? `there are no ${what}` : `${what} are ${ids.slice(0, 20).toSorted().join(', ')}${ids.length > 20 ? ' …' : ''}`;
