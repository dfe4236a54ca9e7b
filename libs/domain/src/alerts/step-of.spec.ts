import { buildConfiguration } from '../configuration/build-configuration.js';
import { type Story, subject } from '../testing/story.js';
import { repeatingSteps, repeatOf, stepOf } from './step-of.js';

const step = { id: 'warn', clock: 'lead' as const, of: 'answer' as const, at_percent: 80, notify: ['owner'] };
const policy = subject('web')
  .tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 60 }, steps: [step] }, { id: 'first' })
  .tell(
    'policy.set',
    '09:00',
    { order: 1, match: {}, targets: { answer_s: 90 }, steps: [{ ...step, repeat_s: 30, repeat_max: 2 }] },
    { id: 'second' },
  );
const told = (story: Story) => buildConfiguration(story.events);
const named = (id: string) => ({ source: policy.events[0]?.source ?? '', id });

describe('the step of a deadline', () => {
  it('is that of the very version of the policy that the deadline was made under', () => {
    expect(stepOf(told(policy), named('first'), 'warn')).toMatchObject({
      policyId: 'web',
      policy: { answerSeconds: 60 },
      step: { repeatMax: null },
    });
    expect(stepOf(told(policy), named('second'), 'warn')).toMatchObject({
      policyId: 'web',
      policy: { answerSeconds: 90 },
      step: { repeatMax: 2 },
    });
  });

  it('of the default policy is the one that tells the owner', () => {
    expect(stepOf(told(policy), 'default', 'due')).toMatchObject({ policyId: null, step: { notify: ['owner'] } });
  });

  it('is none of a policy or a step that is not known', () => {
    expect(stepOf(told(policy), named('third'), 'warn')).toBeNull();
    expect(stepOf(told(policy), named('first'), 'due')).toBeNull();
  });

  it('is among those that repeat in the version in which it does', () => {
    expect(repeatingSteps(told(policy))).toEqual([{ policy: '{"id":"second","source":"/story"}', step: 'warn' }]);
  });

  it('repeats as it says; without a number once', () => {
    const [, second] = told(policy).policies['web'] ?? [];
    const [repeating] = second?.value.steps ?? [];
    if (repeating === undefined) throw new Error('no step');
    expect(repeatOf(repeating)).toEqual({ everyMs: 30_000, most: 2 });
    expect(repeatOf({ ...repeating, repeatMax: null })).toEqual({ everyMs: 30_000, most: 1 });
    expect(repeatOf({ ...repeating, repeatSeconds: null })).toBeNull();
  });
});
