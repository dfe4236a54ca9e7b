import { buildConfiguration } from '../configuration/build-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { parseEvent } from '../events/parse-event.js';
import { type AroundWay, readAskedWay, readWayChange } from './asked-way.js';
import { readWayListener, wayListenerWord } from './listener.js';
import { maskedAddress } from './masked-address.js';
import { toldByPolicies } from './told-by-policies.js';

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

  it.each(['ana', 'rep:', 'owner', 'boss:ana', '', 'rep:team:x', 'rep:*'])('"%s" is nobody', (word) => {
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
    expect(readWayChange({ for: 'rep:bob', address: 'x', language: 'de' }, 'slack', around)).toMatchObject({
      problems: [{ path: '$.for' }, { path: '$.address' }, { path: '$.language' }],
    });
  });

  it('gets a new secret where it is signed, and stays where it is if it set itself up', () => {
    expect(readWayChange({ new_secret: true }, 'webhook', around)).toEqual({ ok: true, value: { newSecret: true } });
    expect(readWayChange({ new_secret: true }, 'email', around)).toMatchObject({ problems: [{ path: '$.new_secret' }] });
    expect(readWayChange({ paused: true }, 'push', around)).toMatchObject({ ok: true });
    expect(readWayChange({ address: 'https://x.example', way: 'y' }, 'push', around)).toMatchObject({
      problems: [{ code: 'unknown-field' }, { code: 'fixed' }],
    });
  });
});

it('an address is shown so that nobody else can use it', () => {
  expect(maskedAddress({ kind: 'email', address: 'ana@example.com' })).toBe('a…@example.com');
  expect(maskedAddress({ kind: 'slack', address: 'https://hooks.example.com/T0/secret' })).toBe('https://hooks.example.com/…');
  expect(maskedAddress({ kind: 'push', address: 'no url' })).toBe('…');
});

describe('whom policies tell', () => {
  const told = (...listeners: readonly string[]) =>
    toldByPolicies(
      listeners.map((listener) => ({ id: `to-${listener}`, listener })),
      configuration,
      at,
    );
  const unheard = (...listeners: readonly string[]) =>
    told(...listeners)
      .filter(({ ways }) => ways.length === 0)
      .map(({ listener, policies, hasPage }) => `${listener} ${policies.join('+')} ${hasPage ? 'page' : 'nothing'}`);

  it('is told, first those who have not even a page; a policy that judges no lead tells nobody', () => {
    expect(unheard()).toEqual([
      'channel:sales fast+slow nothing',
      'screen:floor fast nothing',
      'manager slow page',
      'owner fast+ page',
      'rep:ana slow page',
    ]);
  });

  it('is heard by those to whom a way leads', () => {
    expect(unheard('channel:sales', 'screen:floor', 'ana', 'manager:*')).toEqual([]);
    expect(unheard('channel:other', 'team:north')).toHaveLength(5);
  });

  it('stands with the ways that reach them, below those whom nothing reaches', () => {
    expect(told('channel:sales', 'ana', 'luis').map(({ listener, ways }) => `${listener} ${ways.join('+')}`)).toEqual([
      'screen:floor ',
      'manager ',
      'channel:sales to-channel:sales',
      'owner to-ana+to-luis',
      'rep:ana to-ana',
    ]);
  });
});
