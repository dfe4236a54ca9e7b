import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { parseEvent } from '../events/parse-event.js';
import { type AroundWay, readAskedWay, readWayChange } from './asked-way.js';
import { readWayListener, wayListenerWord } from './listener.js';
import { maskedAddress } from './masked-address.js';

const at = Date.UTC(2026, 10, 2, 9);
const set = (type: string, subject: string, data: object) => {
  const input = { specversion: '1.0', id: `${type}-${subject}`, source: '/x', type, subject, time: '2026-11-02T08:00:00Z', data };
  const parsed = parseEvent(input, { now: at, recordedTime: at });
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.event;
};
const policy = (order: number, notify: readonly string[], more: object = {}) => ({
  order,
  match: {},
  targets: { answer_s: 60 },
  steps: notify.length === 0 ? [] : [{ id: 's', clock: 'lead', of: 'answer', at_s: 60, notify }],
  ...more,
});
const configuration: Configuration = buildConfiguration([
  set('rep.set', 'ana', { name: 'Ana', team: 'north', active: true }),
  set('policy.set', 'fast', policy(1, ['owner', 'channel:sales', 'screen:floor'])),
  set('policy.set', 'slow', policy(2, ['channel:sales', 'rep:ana', 'manager'])),
  set('policy.set', 'off', policy(3, ['channel:off'], { match: { origin: [] } })),
]);
const around: AroundWay = { configuration, at, names: ['taken'], boards: ['hall'], hasMail: true, refusal: null };
const good = { way: 'crm', kind: 'webhook', for: 'channel:sales', address: 'https://x.example/hook' };

describe('whom a way is for', () => {
  it.each([
    ['rep:ana', 'ana'],
    ['team:north', 'team:north'],
    ['manager:*', 'manager:*'],
    ['channel:a:b', 'channel:a:b'],
    ['everybody', '*'],
  ])('%s is read, and said again', (word, value) => {
    expect(readWayListener(word)).toBe(value);
    expect(wayListenerWord(value)).toBe(word);
  });

  it.each(['ana', 'rep:', ':ana', 'rep', 'team', 'channel:', 'owner', 'boss:ana', '', 'rep:team:x', 'rep:*'])('"%s" is nobody', (word) => {
    expect(readWayListener(word)).toBeNull();
  });
});

describe('a way that somebody sets up', () => {
  const codes = (more: object, known: Partial<AroundWay> = {}) => {
    const read = readAskedWay({ ...good, ...more }, { ...around, ...known });
    return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
  };

  it('is read, in English unless it says otherwise', () => {
    expect(readAskedWay({ ...good, kind: 'email', address: 'ana@example.com', for: 'rep:ana', language: 'ru' }, around)).toEqual({
      ok: true,
      value: { way: 'crm', kind: 'email', listener: 'ana', address: 'ana@example.com', language: 'ru' },
    });
    expect(readAskedWay(good, around)).toMatchObject({ ok: true, value: { language: 'en' } });
  });

  it.each([
    [{ way: 'taken' }, '$.way taken'],
    [{ way: 'a b' }, '$.way name'],
    [{ kind: 'pigeon' }, '$.kind unknown-kind'],
    [{ kind: 'push' }, '$.kind unknown-kind'],
    [{ kind: 'email', address: 'ana' }, '$.address no-email'],
    [{ kind: 'email', address: 'ana@example.com, bob@example.com' }, '$.address no-email'],
    [{ address: 'x.example/hook' }, '$.address no-url'],
    [{ address: 'ftp://x.example' }, '$.address not-https'],
    [{ address: 'https://me:hunter2@x.example' }, '$.address password'],
    [{ address: `https://x.example/${'x'.repeat(2_000)}` }, '$.address too-long'],
    [{ for: 'boss' }, '$.for listener'],
    [{ for: 'rep:bob' }, '$.for no-rep'],
    [{ for: 'rep:toString' }, '$.for no-rep'],
    [{ for: 'team:south' }, '$.for no-team'],
    [{ for: 'manager:south' }, '$.for no-team'],
    [{ for: 'screen:cellar' }, '$.for no-screen'],
    [{ language: 'de' }, '$.language language'],
    [{ address: 7 }, '$.address missing'],
    [{ colour: 'red' }, '$.colour unknown-field'],
  ])('with %p is refused at its field', (more, problem) => {
    expect(codes(more)).toEqual([problem]);
  });

  it.each(['team:north', 'manager:north', 'manager:*', 'screen:hall', 'screen:floor', 'channel:new', 'everybody'])(
    'may be for %s',
    (word) => {
      expect(codes({ for: word })).toEqual([]);
    },
  );

  it('is told all that is wrong at once, and never its own address', () => {
    const wrong = { way: '', kind: 'email', for: 'rep:bob', address: 'hunter2', language: 'xx' };
    const read = readAskedWay(wrong, { ...around, hasMail: false });
    expect(read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '$.way name',
      '$.kind no-mail-server',
      '$.for no-rep',
      '$.address no-email',
      '$.language language',
    ]);
    expect(JSON.stringify(read)).toContain('LEADCLOCK_SMTP_URL');
    expect(JSON.stringify(read)).not.toContain('hunter2');
    expect(readAskedWay('x', around)).toMatchObject({ ok: false, problems: [{ path: '$' }] });
    expect(readAskedWay({}, around)).toMatchObject({
      problems: ['way', 'kind', 'for', 'address'].map((field) => ({ path: `$.${field}` })),
    });
  });

  it('says what is wrong and what may be given instead', () => {
    const problem = (more: object, known: Partial<AroundWay> = {}) => {
      const read = readAskedWay({ ...good, ...more }, { ...around, ...known });
      return read.ok ? '' : read.problems.map((told) => told.problem).join('; ');
    };
    expect(problem({ kind: 'pigeon' })).toBe('is none that can be set up; it can be email, webhook, slack, teams');
    expect(problem({ way: 'a b' })).toBe('may hold letters, digits, dot, underscore and dash, 1 to 64');
    expect(problem({ way: 'taken' })).toBe('is the name of another way: take another, or change that one');
    expect(problem({ for: 'boss' })).toBe('must be one of rep:ID, team:ID, manager:ID, screen:ID, channel:ID, manager:*, everybody');
    expect(problem({ for: 'rep:bob' })).toBe('is no rep that was set; reps are ana');
    expect(problem({ for: 'team:south' })).toBe('is no team that was set; teams are north');
    const screen = 'is no screen: no policy tells it, and no board has that id; ';
    expect(problem({ for: 'screen:x' })).toBe(`${screen}boards are hall`);
    expect(problem({ for: 'screen:x' }, { boards: [] })).toBe(`${screen}there are no boards`);
    const many = Array.from({ length: 21 }, (_, index) => `b${String(index).padStart(2, '0')}`);
    const twenty = many.slice(0, 20).join(', ');
    expect(problem({ for: 'screen:x' }, { boards: many.slice(0, 20).toReversed() })).toBe(`${screen}boards are ${twenty}`);
    expect(problem({ for: 'screen:x' }, { boards: many })).toBe(`${screen}boards are ${twenty} …`);
    expect(problem({ kind: 'email', address: 'ana' })).toBe('is no e-mail address');
    expect(problem({ address: 'x.example/hook' })).toBe('is no URL: copy it whole, with https://');
    expect(problem({ address: 'ftp://x.example' })).toBe('must begin with https://');
    for (const address of ['https://me@x.example', 'https://:hunter2@x.example'])
      expect(problem({ address })).toBe('holds a name and a password, which are not sent: webhooks are signed');
    expect(problem({ language: 'de' })).toBe('must be one of en, es, ru');
    expect(problem({ colour: 'red' })).toBe('is no field of a way');
    expect(problem({ address: 7 })).toBe('is of another type than it must be');
    const { address: _, ...without } = good;
    expect(readAskedWay(without, around)).toMatchObject({ problems: [{ path: '$.address', problem: 'is missing' }] });
    for (const body of ['x', null, 7])
      expect(readAskedWay(body, around)).toEqual({
        ok: false,
        problems: [{ path: '$', code: 'shape', problem: 'must be one object, the way' }],
      });
  });

  it('may have an address of two thousand characters, of either kind of URL; only mail needs a mail server', () => {
    const long = 'http://x.example/'.padEnd(2_000, 'x');
    expect(codes({ address: long }, { hasMail: false })).toEqual([]);
    expect(readAskedWay({ ...good, address: `${long}x` }, around)).toMatchObject({
      problems: [{ problem: 'has more than 2000 characters' }],
    });
  });

  it('is refused an address that may not be reached, once it is one', () => {
    const refusal = { code: 'not-public', problem: 'is private' };
    expect(codes({}, { refusal })).toEqual(['$.address not-public']);
    expect(codes({ kind: 'email', address: 'a@example.com' }, { refusal })).toEqual([]);
  });
});

describe('a way that is changed', () => {
  it('changes what is given, under the same rules', () => {
    expect(readWayChange({ for: 'rep:ana', paused: true }, 'slack', around)).toEqual({
      ok: true,
      value: { listener: 'ana', paused: true },
    });
    const moved = { address: 'https://y.example', language: 'es', paused: false, new_secret: false };
    const { new_secret: newSecret, ...rest } = moved;
    expect(readWayChange(moved, 'webhook', around)).toEqual({ ok: true, value: { ...rest, newSecret } });
    expect(readWayChange({}, 'webhook', around)).toStrictEqual({ ok: true, value: {} });
    expect(readWayChange({ for: 'rep:bob', address: 'x', language: 'de' }, 'slack', around)).toMatchObject({
      problems: [{ path: '$.for' }, { path: '$.address' }, { path: '$.language' }],
    });
  });

  it('gets a new secret where it is signed, and stays where it is if it set itself up', () => {
    expect(readWayChange({ new_secret: true }, 'webhook', around)).toEqual({ ok: true, value: { newSecret: true } });
    expect(readWayChange({ new_secret: true }, 'email', around)).toEqual({
      ok: false,
      problems: [{ path: '$.new_secret', code: 'unsigned', problem: 'is for webhooks only: nothing else is signed' }],
    });
    expect(readWayChange({ paused: true }, 'push', around)).toMatchObject({ ok: true });
    expect(readWayChange({ address: 'https://x.example', way: 'y' }, 'push', around)).toMatchObject({
      problems: [{ code: 'unknown-field' }, { code: 'fixed', problem: 'is set by the device itself: push cannot be changed here' }],
    });
    // an address that cannot be changed is not looked at besides
    expect(readWayChange({ for: 'boss', address: 'x' }, 'push', around)).toMatchObject({
      problems: [
        { path: '$.for', code: 'fixed' },
        { path: '$.address', code: 'fixed' },
      ],
    });
  });
});

it('an address is shown so that nobody else can use it', () => {
  expect(maskedAddress({ kind: 'email', address: 'ana@example.com' })).toBe('a…@example.com');
  expect(maskedAddress({ kind: 'slack', address: 'https://hooks.example.com/T0/secret' })).toBe('https://hooks.example.com/…');
  expect(maskedAddress({ kind: 'push', address: 'no url' })).toBe('…');
});
