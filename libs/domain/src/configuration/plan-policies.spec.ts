import type { DataOf } from '../events/catalogue.js';
import { deadlinesOf } from '../lead/deadlines.js';
import { foldSubject } from '../lead/fold-subject.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { planPolicies } from './plan-policies.js';

type Policy = DataOf<'policy.set'>;
const policy = (more: Partial<Policy> = {}): Policy => ({ order: 1, match: {}, targets: { answer_s: 600 }, steps: [], ...more });
const entry = (name: string, more: Partial<Policy> = {}) => ({ policy: name, data: policy(more) });
const set = (name: string, time: string, more: Partial<Policy> = {}) => subject(name).tell('policy.set', time, policy(more));

const day = (clock: string): string => `2026-11-02T${clock}:00.000Z`;

interface Asked {
  readonly standing?: readonly Story[];
  readonly judgesHistory?: boolean;
}
const plan = (entries: readonly ReturnType<typeof entry>[], { standing = [], judgesHistory = false }: Asked = {}) =>
  planPolicies(entries, { configuration: buildConfiguration(standing.flatMap(({ events }) => events)), at: at('12:00'), judgesHistory });
const changes = (...asked: Parameters<typeof plan>) => plan(...asked).policies.map(({ change }) => change);
const problems = (...asked: Parameters<typeof plan>) =>
  plan(...asked).problems.map(({ index, path, problem }) => `${index} ${path} ${problem}`);

describe('what setting policies comes to', () => {
  it('is nothing where they stand already, whatever they leave to the default', () => {
    const standing = [set('web', '08:00'), set('phone', '08:00', { order: 2 })];
    expect(changes([entry('web', { counts: {} }), entry('phone', { order: 3 }), entry('chat', { order: 4 })], { standing })).toEqual([
      'none',
      'changed',
      'added',
    ]);
  });

  it('is a change from now on, or from the day that it names', () => {
    const planned = plan([entry('web'), entry('phone', { order: 2, effective_from: day('18:00') })], {
      standing: [set('web', '08:00', { order: 9 })],
    });
    expect(planned.policies.map(({ effect }) => effect)).toEqual([at('12:00'), at('18:00')]);
    expect(planned.problems).toEqual([]);
  });

  it('is nothing again for one that names its day, before that day and after it', () => {
    const ahead = [
      set('web', '08:00', { order: 9 }),
      subject('web').tell('policy.set', '09:00', policy({ effective_from: day('18:00') }), { id: 'b' }),
    ];
    expect(changes([entry('web', { effective_from: day('18:00') })], { standing: ahead })).toEqual(['none']);
    const past = [subject('web').tell('policy.set', '09:00', policy({ effective_from: day('10:00') }))];
    expect(changes([entry('web', { effective_from: day('10:00') })], { standing: past })).toEqual(['none']);
    expect(problems([entry('web', { effective_from: day('10:00') })], { standing: past })).toEqual([]);
    // the same settings of another day are another version
    expect(changes([entry('web', { effective_from: day('17:00') })], { standing: ahead })).toEqual(['changed']);
    expect(changes([entry('web', { effective_from: day('19:00') })], { standing: ahead })).toEqual(['changed']);
  });

  it('is one that is told again where it had been taken away', () => {
    const away = [set('web', '08:00').tell('policy.set', '09:00', { ...policy(), removed: true })];
    expect(plan([entry('web')], { standing: away }).policies).toMatchObject([{ change: 'added', told: [{ order: 1 }] }]);
  });
});

describe('leads that have come already', () => {
  const dueUnder = (planned: ReturnType<typeof plan>, arrived: string) =>
    deadlinesOf(foldSubject(lead('ada').arrived(arrived).events).state, planned.configuration).map(({ dueAt }) => dueAt - at(arrived));

  it('are not judged by a policy that is new', () => {
    const planned = plan([entry('web')]);
    expect(planned.policies[0]?.told.map(({ match, effective_from }) => [match, effective_from])).toEqual([
      [{ origin: [] }, '1970-01-01T00:00:00.000Z'],
      [{}, undefined],
    ]);
    expect([dueUnder(planned, '11:59'), dueUnder(planned, '12:00')]).toEqual([[300_000], [600_000]]);
  });

  it('are judged by it if history is to be judged anew', () => {
    const planned = plan([entry('web')], { judgesHistory: true });
    expect(planned.policies[0]?.told).toHaveLength(1);
    expect([dueUnder(planned, '11:59'), dueUnder(planned, '12:00')]).toEqual([[600_000], [600_000]]);
  });

  it('keep their verdicts through an edit: a day that has passed is refused, unless history is to be judged anew', () => {
    const standing = [set('web', '08:00', { targets: { answer_s: 60 } })];
    const edited = entry('web', { effective_from: day('10:00') });
    expect(problems([edited], { standing })).toEqual([
      '0 $.effective_from lies in the past: leads that have come since would be judged anew; leave it out, or say that history is to be judged anew',
    ]);
    expect(problems([edited], { standing, judgesHistory: true })).toEqual([]);
    const planned = plan([entry('web')], { standing });
    expect([dueUnder(planned, '11:59'), dueUnder(planned, '12:00')]).toEqual([[60_000], [600_000]]);
  });
});

describe('what is wrong with policies that are set together', () => {
  const taken = (id: string): string => `$.order is that of the policy ${id}; of two that match the lower one decides`;

  it('is told by what they come to together: two may change places', () => {
    const standing = [set('web', '08:00', { order: 1 }), set('phone', '08:00', { order: 2 })];
    expect(problems([entry('web', { order: 2 }), entry('phone', { order: 1 })], { standing })).toEqual([]);
    expect(problems([entry('web', { order: 2 })], { standing })).toEqual([`0 ${taken('phone')}`]);
    expect(problems([entry('web'), entry('phone')])).toEqual([`0 ${taken('phone')}`, `1 ${taken('web')}`]);
  });

  it('is an order that another takes later', () => {
    const phone = set('phone', '08:00', { order: 2 }).tell('policy.set', '09:00', policy({ order: 1, effective_from: day('18:00') }), {
      id: 'b',
    });
    expect(problems([entry('web')], { standing: [phone] })).toEqual([
      '0 $.order will be that of the policy phone; of two that match the lower one decides',
    ]);
    const leaves = set('web', '08:00', { order: 5 }).tell('policy.set', '09:00', policy({ order: 7, effective_from: day('17:00') }), {
      id: 'b',
    });
    expect(problems([entry('web')], { standing: [phone, leaves] })).toEqual([]);
  });

  it('is none that another was to take later, and takes no more: it was taken away, or set anew for the same instant', () => {
    const comes = set('phone', '08:00', { order: 2 }).tell('policy.set', '09:00', policy({ order: 1, effective_from: day('18:00') }), {
      id: 'b',
    });
    const again = (more: Partial<Policy>) =>
      comes.tell('policy.set', '10:00', policy({ effective_from: day('18:00'), ...more }), { id: 'c' });
    for (const more of [{ removed: true as const }, { order: 3 }])
      expect(problems([entry('web')], { standing: [again(more)] })).toEqual([]);
    expect(problems([entry('web', { order: 3 })], { standing: [again({ order: 3 })] })).toHaveLength(1);
  });

  it('is an order that is taken now and later: it is told once; what is taken away takes none', () => {
    const phone = set('phone', '08:00', { order: 1 }).tell('policy.set', '09:00', policy({ order: 1, effective_from: day('18:00') }), {
      id: 'b',
    });
    expect(problems([entry('web')], { standing: [phone] })).toEqual([`0 ${taken('phone')}`]);
    const web = set('web', '08:00', { order: 4 });
    const later = set('chat', '08:00', { order: 5 }).tell('policy.set', '09:00', policy({ order: 4, effective_from: day('18:00') }), {
      id: 'b',
    });
    expect(problems([{ policy: 'web', data: { ...policy(), removed: true } }], { standing: [web, later] })).toEqual([]);
    // another mistake does not hide what is to come
    expect(problems([entry('web', { order: 4, targets: {} })], { standing: [web, later] })).toEqual([
      '0 $.targets has no target; give answer_s or contact_s, in seconds',
      '0 $.order will be that of the policy chat; of two that match the lower one decides',
    ]);
  });

  it('is one that is named twice, and all of it at once', () => {
    expect(problems([entry('web'), entry('web', { order: 2, targets: {} })])).toEqual([
      '1 $.policy is named twice; keep one of the two, or set them one after the other',
      '1 $.targets has no target; give answer_s or contact_s, in seconds',
    ]);
  });
});
