import { buildConfiguration } from '../configuration/build-configuration.js';
import { parseEvent } from '../events/parse-event.js';
import { type AroundSubscription, readAskedSubscription } from './asked-subscription.js';

const at = Date.UTC(2026, 10, 2, 9);
const ana = parseEvent(
  {
    specversion: '1.0',
    id: 'ana',
    source: '/x',
    type: 'rep.set',
    subject: 'ana',
    time: '2026-11-02T08:00:00Z',
    data: { name: 'Ana', team: 'north', active: true },
  },
  { now: at, recordedTime: at },
);
if (!ana.ok) throw new Error(ana.problem);
const around: AroundSubscription = {
  configuration: buildConfiguration([ana.event]),
  at,
  boards: [],
  refusal: null,
  isPoint: (text) => !text.endsWith('x'),
};
const endpoint = 'https://push.example/s3cret';
const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
const good = { for: 'rep:ana', language: 'ru', subscription: { endpoint, expirationTime: null, keys } };

describe('a browser that wants to be told', () => {
  it('is read as the browser gives it, in English unless it says otherwise', () => {
    expect(readAskedSubscription(good, around)).toEqual({
      ok: true,
      value: { endpoint, keys, listener: 'ana', language: 'ru', replaces: null },
    });
    const { language: _, ...plain } = good;
    expect(readAskedSubscription(plain, around)).toMatchObject({ ok: true, value: { language: 'en' } });
    const replaces = 'push-0123456789abcdef';
    expect(readAskedSubscription({ ...good, replaces }, around)).toMatchObject({ ok: true, value: { replaces } });
  });

  it.each([
    [{ for: 'rep:bob' }, '$.for no-rep'],
    [{ for: 'boss' }, '$.for listener'],
    [{ language: 'de' }, '$.language language'],
    [{ replaces: 'boss-mail' }, '$.replaces no-browser'],
    [{ colour: 'red' }, '$.colour unknown-field'],
    [{ subscription: 7 }, '$.subscription missing'],
    [{ subscription: { endpoint } }, '$.subscription.keys missing'],
    [{ subscription: { endpoint: 'x', keys } }, '$.subscription.endpoint no-url'],
    [{ subscription: { endpoint: 'ftp://x.example', keys } }, '$.subscription.endpoint not-https'],
    [{ subscription: { endpoint: 'https://me:s3cret@x.example', keys } }, '$.subscription.endpoint password'],
    [{ subscription: { endpoint: `https://x.example/${'x'.repeat(2_000)}`, keys } }, '$.subscription.endpoint too-long'],
    [{ subscription: { endpoint, keys: { ...keys, p256dh: 'short' } } }, '$.subscription.keys.p256dh no-key'],
    [{ subscription: { endpoint, keys: { ...keys, p256dh: `B${'A'.repeat(85)}x` } } }, '$.subscription.keys.p256dh no-key'],
    [{ subscription: { endpoint, keys: { ...keys, auth: 'A' } } }, '$.subscription.keys.auth no-key'],
  ])('with %p is refused at its field, and its endpoint is not repeated', (more, problem) => {
    const read = readAskedSubscription({ ...good, ...more }, around);
    expect(read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([problem]);
    expect(JSON.stringify(read)).not.toContain('s3cret');
  });

  it('is refused an endpoint that may not be reached, and told all that is wrong at once', () => {
    const refusal = { code: 'not-public', problem: 'is private' };
    expect(readAskedSubscription({ ...good, for: 'rep:bob' }, { ...around, refusal })).toMatchObject({
      problems: [{ path: '$.for' }, { path: '$.subscription.endpoint', code: 'not-public' }],
    });
    expect(readAskedSubscription('x', around)).toMatchObject({ ok: false, problems: [{ path: '$', code: 'shape' }] });
  });

  it('is told what is wrong with each field', () => {
    const problem = (more: object): string => {
      const read = readAskedSubscription({ ...good, ...more }, around);
      return read.ok ? '' : read.problems.map((told) => told.problem).join('; ');
    };
    const toward = (address: string) => ({ subscription: { endpoint: address, keys } });
    const key = (more: object) => ({ subscription: { endpoint, keys: { ...keys, ...more } } });
    expect(problem({ colour: 'red' })).toBe('is no field of a subscription');
    expect(problem({ subscription: undefined })).toBe('is missing');
    expect(problem({ subscription: 7 })).toBe('is of another type than it must be');
    expect(problem(toward('x'))).toBe('is no URL: send what the browser gave, whole');
    expect(problem(toward('ftp://x.example'))).toBe('must begin with https://');
    for (const address of ['https://me@x.example', 'https://:s3cret@x.example'])
      expect(problem(toward(address))).toBe('holds a name and a password: no push service gives such a one');
    const long = 'http://x.example/'.padEnd(2_000, 'x');
    expect([problem(toward(long)), problem(toward(`${long}x`))]).toEqual(['', 'has more than 2000 characters']);
    const noKey = 'is no public key of P-256 in base64url: send what the browser gave';
    const { p256dh, auth } = keys;
    expect([`-${p256dh}`, `${p256dh}==`, `${p256dh}A`].map((one) => problem(key({ p256dh: one })))).toEqual([noKey, noKey, noKey]);
    const noSecret = 'must be 16 bytes in base64url: send what the browser gave';
    expect([`-${auth}`, `${auth}=`, `${auth}A`].map((one) => problem(key({ auth: one })))).toEqual([noSecret, noSecret, noSecret]);
    expect(problem(key({ p256dh: `${p256dh}=`, auth: `${auth}==` }))).toBe('');
    expect(readAskedSubscription(null, around)).toMatchObject({
      problems: [{ problem: 'must be one object: for, language and subscription' }],
    });
  });
});
