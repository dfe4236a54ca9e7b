import type { DataOf } from '../events/catalogue.js';
import type { LeadclockEvent } from '../events/event.js';
import { deadlinesOf } from '../lead/deadlines.js';
import { foldSubject } from '../lead/fold-subject.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { planPolicies } from './plan-policies.js';
import { readPolicyEntry } from './policy-entry.js';
import { sweepScope } from './touched-by.js';

type Policy = DataOf<'policy.set'>;
const policy = (more: Partial<Policy> = {}): Policy => ({ order: 1, match: {}, targets: { answer_s: 60 }, steps: [], ...more });
const day = (clock: string): string => `2026-11-02T${clock}:00.000Z`;
const web = subject('web').tell('policy.set', '08:00', policy(), { id: 'a' });
const away = (time: string, more: Partial<Policy> = {}) => policy({ removed: true, effective_from: day(time), ...more });
/** The policy, taken away at noon. */
const ended = web.tell('policy.set', '09:00', away('12:00'), { id: 'b' });

const configurationOf = (...events: readonly LeadclockEvent[]) => buildConfiguration(events);
const removal = (more: object = {}) => {
  const read = readPolicyEntry({ policy: 'web', removed: true, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.entry;
};
const plan = (asked: object, standing: readonly Story[], judgesHistory = false) =>
  planPolicies([removal(asked)], {
    configuration: buildConfiguration(standing.flatMap(({ events }) => events)),
    at: at('12:00'),
    judgesHistory,
  });
/** After how many seconds a lead that arrives then is late, and the event of the policy that says so. */
const judged = (arrived: string, ...events: readonly LeadclockEvent[]) => {
  const { state } = foldSubject(lead('ada').arrived(arrived).events);
  return deadlinesOf(state, configurationOf(...events)).map(({ dueAt, policy: by }) => [
    (dueAt - at(arrived)) / 1000,
    by === 'default' ? by : by.id,
  ]);
};

describe('a policy that is taken away', () => {
  it('judges no lead that comes from then on, and the verdicts on those before stay', () => {
    expect(judged('11:59', ...ended.events)).toEqual([[60, 'a']]);
    expect(judged('12:00', ...ended.events)).toEqual([[300, 'default']]);
  });

  it('leaves its leads to the next that matches', () => {
    const rest = subject('rest').tell('policy.set', '08:00', policy({ order: 9, targets: { answer_s: 900 } }), { id: 'r' });
    expect(judged('12:00', ...ended.events, ...rest.events)).toEqual([[900, 'r']]);
  });

  it('is away whatever the order in which it is told of', () => {
    const [first, second] = ended.events;
    if (first === undefined || second === undefined) throw new Error('two events were told');
    expect(JSON.stringify(configurationOf(second, first))).toBe(JSON.stringify(configurationOf(first, second)));
  });

  it('comes back when it is set again, and when its end is taken back', () => {
    const again = ended.tell('policy.set', '10:00', policy({ targets: { answer_s: 30 }, effective_from: day('14:00') }), { id: 'c' });
    expect([judged('13:00', ...again.events), judged('14:00', ...again.events)]).toEqual([[[300, 'default']], [[30, 'c']]]);
    const back = ended.takenBack('13:00', 'b', { id: 'd' });
    expect(judged('13:00', ...back.events)).toEqual([[60, 'a']]);
  });

  it('has the leads that come from then on judged anew, and no others', () => {
    expect(sweepScope(configurationOf(...web.events), configurationOf(...ended.events))).toMatchObject({
      kind: 'some',
      arrivedOrOpenSince: at('12:00'),
    });
  });
});

describe('taking a policy away', () => {
  it('is a version that says so and what it takes away, from now on or from an instant on', () => {
    const now = plan({}, [web]);
    expect([now.problems, now.policies.map(({ change, told }) => [change, told])]).toEqual([
      [],
      [['removed', [{ ...policy(), counts: expect.anything(), removed: true }]]],
    ]);
    const later = plan({ effective_from: day('18:00') }, [web]);
    expect(later.policies.map(({ effect, told }) => [effect, told.map((data) => data.effective_from)])).toEqual([
      [at('18:00'), [day('18:00')]],
    ]);
  });

  it('takes away what was to come as well', () => {
    const coming = web
      .tell('policy.set', '09:00', policy({ targets: { answer_s: 30 }, effective_from: day('15:00') }), { id: 'b' })
      .tell('policy.set', '09:00', policy({ targets: { answer_s: 20 }, effective_from: day('17:00') }), { id: 'c' });
    const { policies, configuration } = plan({}, [coming]);
    expect(policies[0]?.told.map(({ targets, effective_from }) => [targets.answer_s, effective_from])).toEqual([
      [60, undefined],
      [30, day('15:00')],
      [20, day('17:00')],
    ]);
    for (const arrived of ['12:00', '15:00', '23:00']) {
      const { state } = foldSubject(lead('ada').arrived(arrived).events);
      expect(deadlinesOf(state, configuration).map(({ policy: by }) => by)).toEqual(['default']);
    }
  });

  it('is nothing for one that is away already, and cannot be for one that never was', () => {
    expect(plan({}, [ended]).policies.map(({ change, told }) => [change, told])).toEqual([['none', []]]);
    expect(plan({}, []).problems).toEqual([
      { index: 0, path: '$.policy', problem: 'is none that was set, so that it cannot be taken away' },
    ]);
  });

  it('is refused for a day that has passed, unless history is to be judged anew', () => {
    expect(plan({ effective_from: day('10:00') }, [web]).problems.map(({ path }) => path)).toEqual(['$.effective_from']);
    expect(plan({ effective_from: day('10:00') }, [web], true).problems).toEqual([]);
  });

  it('leaves its order to others from then on; who would come back into it is refused', () => {
    const asked = (name: string, more: Partial<Policy> = {}) =>
      planPolicies([{ policy: name, data: policy(more) }], {
        configuration: configurationOf(...ended.events),
        at: at('11:00'),
        judgesHistory: false,
      });
    expect(asked('other').problems.map(({ path }) => path)).toEqual(['$.order']);
    expect(asked('other', { effective_from: day('12:00') }).problems).toEqual([]);
    const taken = subject('other').tell('policy.set', '10:00', policy({ effective_from: day('12:00') }), { id: 'o' });
    const back = planPolicies([{ policy: 'web', data: policy() }], {
      configuration: configurationOf(...ended.events, ...taken.events),
      at: at('13:00'),
      judgesHistory: false,
    });
    expect(back.policies.map(({ change }) => change)).toEqual(['added']);
    expect(back.problems.map(({ path }) => path)).toEqual(['$.order']);
  });

  it('says nothing else beside it', () => {
    const read = readPolicyEntry({ policy: 'web', removed: true, order: 3 });
    expect(read).toMatchObject({ ok: false, problems: [{ path: '$.order' }] });
    expect(readPolicyEntry({ policy: 'web', removed: false })).toMatchObject({ ok: false, problems: [{ path: '$.removed' }] });
  });
});

describe('a policy that somebody else has set since it was seen', () => {
  const conflicts = (seen: number | undefined, answer_s: number, standing: readonly Story[]) =>
    planPolicies([{ policy: 'web', data: policy({ targets: { answer_s } }), ...(seen !== undefined && { seen }) }], {
      configuration: buildConfiguration(standing.flatMap(({ events }) => events)),
      at: at('12:00'),
      judgesHistory: false,
    }).conflicts;

  it('is not written over; one that says the same may be sent twice', () => {
    const twice = web.tell('policy.set', '10:00', policy({ targets: { answer_s: 30 } }), { id: 'b' });
    expect(conflicts(1, 90, [twice])).toEqual([0]);
    expect(conflicts(0, 90, [web])).toEqual([0]);
    expect(conflicts(2, 90, [twice])).toEqual([]);
    expect(conflicts(1, 30, [twice])).toEqual([]);
    expect(conflicts(undefined, 90, [twice])).toEqual([]);
    expect(conflicts(0, 90, [])).toEqual([]);
    expect(conflicts(3, 90, [])).toEqual([0]);
  });
});
