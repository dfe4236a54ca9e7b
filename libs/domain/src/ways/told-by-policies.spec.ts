import { buildConfiguration } from '../configuration/build-configuration.js';
import type { DataOf } from '../events/catalogue.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { listenersNamed } from './listeners-named.js';
import { toldByPolicies } from './told-by-policies.js';

type Step = DataOf<'policy.set'>['steps'][number];
const step = (notify: readonly string[], action?: string): Step => ({
  id: 's',
  clock: 'lead',
  of: 'answer',
  at_s: 60,
  notify: [...notify],
  ...(action !== undefined && { action }),
});
const policy = (id: string, notify: readonly string[], action?: string): Story =>
  subject(id).tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 60 }, steps: [step(notify, action)] });

describe('the words in which policies name whom they tell', () => {
  const named = (...stories: readonly Story[]) =>
    Object.fromEntries(listenersNamed(buildConfiguration(stories.flatMap(({ events }) => events)), at('12:00')));

  it('are those of the default where there is no policy', () => {
    expect(named()).toEqual({ owner: [null] });
  });

  it('are said once of a policy that names somebody in two steps, and of each that does', () => {
    const twice = subject('a').tell('policy.set', '08:00', {
      order: 1,
      match: {},
      targets: { answer_s: 60 },
      steps: [step(['team', 'owner']), { ...step(['team']), id: 't' }],
    });
    expect(named(twice, policy('b', ['team']))).toEqual({ owner: ['a', null], team: ['a', 'b'] });
  });

  it('are the owner of a step that names nobody, and the manager of one that only does something', () => {
    expect(named(policy('a', []))).toEqual({ owner: ['a', null] });
    expect(named(policy('a', [], 'pool'))).toEqual({ owner: [null], manager: ['a'] });
    // what nobody knows is done by nobody
    expect(named(policy('a', [], 'dance'))).toEqual({ owner: ['a', null] });
  });

  it('are the manager of a step that names nobody whom we know; beside somebody known the unknown is nobody', () => {
    expect(named(policy('a', ['boss']))).toEqual({ owner: [null], manager: ['a'] });
    expect(named(policy('a', ['boss', 'rep:ana']))).toEqual({ owner: [null], 'rep:ana': ['a'] });
  });

  it('are those of the versions in force, of policies that judge any lead', () => {
    const later = policy('a', ['team']).tell('policy.set', '13:00', {
      order: 1,
      match: {},
      targets: { answer_s: 60 },
      steps: [step(['manager'])],
    });
    expect(named(later)).toEqual({ owner: [null], team: ['a'] });
    const never = subject('a').tell('policy.set', '08:00', {
      order: 1,
      match: { team: [] },
      targets: { answer_s: 60 },
      steps: [step(['team'])],
    });
    expect(named(never)).toEqual({ owner: [null] });
  });
});

describe('which ways reach whom policies tell', () => {
  const listeners = ['ana', 'team:north', 'manager:north', 'screen:hall', 'channel:sales', '*'];
  const ways = listeners.map((listener) => ({ id: listener, listener }));
  const reaching = (word: string): readonly string[] | undefined => {
    const configuration = buildConfiguration(policy('a', [word]).events);
    return toldByPolicies(ways, configuration, at('12:00')).find(({ listener }) => listener === word)?.ways;
  };

  it.each([
    ['owner', ['ana', '*']],
    ['caller', ['ana', '*']],
    ['claimant', ['ana']],
    ['team', ['ana', 'team:north']],
    ['manager', ['manager:north']],
    ['rep:ana', ['ana']],
    ['rep:luis', []],
    ['screen:hall', ['screen:hall']],
    ['screen:floor', []],
    ['channel:sales', ['channel:sales']],
    ['channel:hall', []],
  ])('%s is reached by %p', (word, reached) => {
    expect(reaching(word)).toEqual(reached);
  });

  it('are told of by how much is missing, then by their words', () => {
    const configuration = buildConfiguration(policy('a', ['team', 'screen:x', 'rep:z', 'rep:b', 'channel:y', 'manager']).events);
    const told = toldByPolicies([{ id: 'w', listener: 'b' }], configuration, at('12:00'));
    expect(told.map(({ listener, hasPage, ways: by }) => `${listener} ${hasPage} ${by.length}`)).toEqual([
      'channel:y false 0',
      'screen:x false 0',
      'manager true 0',
      'rep:z true 0',
      'owner true 1',
      'rep:b true 1',
      'team true 1',
    ]);
  });
});

describe('whom policies tell', () => {
  const away = subject('off').tell('policy.set', '08:00', {
    order: 3,
    match: { origin: [] },
    targets: { answer_s: 60 },
    steps: [step(['channel:off'])],
  });
  const fast = policy('fast', ['owner', 'channel:sales', 'screen:floor']);
  const slow = policy('slow', ['channel:sales', 'rep:ana', 'manager']);
  const configuration = buildConfiguration([fast, slow, away].flatMap(({ events }) => events));
  const told = (...listeners: readonly string[]) =>
    toldByPolicies(
      listeners.map((listener) => ({ id: `to-${listener}`, listener })),
      configuration,
      at('12:00'),
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
