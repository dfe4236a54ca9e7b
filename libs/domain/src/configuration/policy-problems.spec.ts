import type { DataOf } from '../events/catalogue.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { buildConfiguration } from './build-configuration.js';
import { policyProblems } from './policy-problems.js';

type Policy = DataOf<'policy.set'>;
type Step = Policy['steps'][number];
const step = (more: Partial<Step> = {}): Step => ({ id: 'late', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'], ...more });
const policy = (more: Partial<Policy> = {}): Policy => ({ order: 1, match: {}, targets: { answer_s: 300 }, steps: [step()], ...more });
const problems = (told: Policy, ...configured: readonly Story[]) =>
  policyProblems('p', told, buildConfiguration(configured.flatMap(({ events }) => events)), at('12:00')).map(
    ({ path, problem }) => `${path} ${problem}`,
  );
const { at_percent: _, ...untimed } = step();

describe('what is wrong with a policy', () => {
  it('is nothing, of one that can be followed', () => {
    const full = policy({
      steps: [
        step({ id: 'warn', notify: ['owner', 'rep:ana', 'screen:hall', 'channel:sales'] }),
        { ...untimed, id: 'pass', at_s: 600, notify: [], action: 'reassign' },
        { ...untimed, id: 'soon', at_s: -300, repeat_s: 60, repeat_max: 3 },
      ],
    });
    expect(problems(full, rep('ana'))).toEqual([]);
  });

  it('is a target that is missing', () => {
    expect(problems(policy({ targets: {} }))).toEqual(['$.targets has no target; give answer_s or contact_s, in seconds']);
    expect(problems(policy({ targets: { contact_s: 60 } }))).toEqual([]);
  });

  it('is an order that another one in force has', () => {
    const other = (id: string) => subject(id).tell('policy.set', '08:00', policy());
    expect(problems(policy(), other('q'))).toEqual(['$.order is that of the policy q; of two that match the lower one decides']);
    expect(problems(policy(), other('p'))).toEqual([]);
    expect(problems(policy({ order: 2 }), other('q'))).toEqual([]);
    const moved = subject('q')
      .tell('policy.set', '08:00', policy(), { id: 'a' })
      .tell('policy.set', '09:00', policy({ order: 5 }), { id: 'b' });
    expect(problems(policy(), moved)).toEqual([]);
  });

  it('is a calendar that was never set, or is never open', () => {
    const closed = subject('closed').tell('calendar.set', '08:00', { zone: 'UTC', week: {}, holidays: [] });
    expect(problems(policy({ calendar: 'office' }))).toEqual(['$.calendar is none that was set; there are no calendars']);
    expect(problems(policy({ calendar: 'office' }), closed)).toEqual(['$.calendar is none that was set; calendars are closed']);
    const monday = subject('monday').tell('calendar.set', '08:00', { zone: 'UTC', week: { mon: [['09:00', '17:00']] }, holidays: [] });
    expect(problems(policy({ calendar: 'monday' }), monday)).toEqual([]);
    expect(problems(policy({ calendar: 'office' }), monday, closed)).toEqual([
      '$.calendar is none that was set; calendars are closed, monday',
    ]);
    expect(problems(policy({ calendar: 'closed' }), closed)).toEqual(['$.calendar is never open, so that no step can ever fire']);
  });

  it('is a step that can never fire', () => {
    const never = '$.steps[0].of can never fire: the policy has no contact_s that it could be measured by';
    expect(problems(policy({ steps: [step({ of: 'contact' })] }))).toEqual([never]);
    expect(problems(policy({ steps: [{ ...untimed, of: 'contact', at_s: -1 }] }))).toEqual([never]);
    expect(problems(policy({ steps: [{ ...untimed, of: 'contact', at_s: 60 }] }))).toEqual([]);
    expect(problems(policy({ steps: [{ ...untimed, of: 'contact', at_s: 0 }] }))).toEqual([]);
    expect(problems(policy({ steps: [{ ...untimed, at_s: -301 }] }))).toEqual([
      '$.steps[0].at_s lies before the clock starts: the target is 300 s',
    ]);
  });

  it('is a word that nobody knows, a rep that is not there, a step that does nothing', () => {
    expect(problems(policy({ steps: [step({ notify: ['owner', 'boss'] })] }))).toEqual([
      '$.steps[0].notify[1] is nobody; it can be owner, claimant, caller, team, manager, rep:ID, screen:ID, channel:ID',
    ]);
    expect(problems(policy({ steps: [step({ notify: ['rep:ana'] })] }), rep('luis'))).toEqual([
      '$.steps[0].notify[0] is no rep; reps are luis',
    ]);
    expect(problems(policy({ steps: [step({ id: 'call_back' })] }))).toEqual([
      '$.steps[0].id is the step of promised calls; choose another one',
    ]);
    expect(problems(policy({ steps: [step({ action: 'call' })] }))).toEqual(['$.steps[0].action is none; it can be reassign, pool, away']);
    expect(problems(policy({ steps: [step({ notify: [] })] }))).toEqual([
      '$.steps[0] tells nobody and does nothing; give notify or action',
    ]);
  });

  it('is a repeat without an end or without a pace, or of what tells nobody', () => {
    expect(problems(policy({ steps: [step({ repeat_s: 60 })] }))).toEqual([
      '$.steps[0].repeat_max is missing; say how often it may tell again',
    ]);
    expect(problems(policy({ steps: [step({ repeat_max: 3 })] }))).toEqual([
      '$.steps[0].repeat_s is missing; say after how many seconds it tells again',
    ]);
    expect(problems(policy({ steps: [step({ notify: [], action: 'pool', repeat_s: 60, repeat_max: 1 })] }))).toEqual([
      '$.steps[0].repeat_s repeats a step that tells nobody',
    ]);
  });

  it('is quiet hours that hold no minute', () => {
    expect(problems(policy({ quiet: { from: '07:00', to: '07:00' } }))).toEqual([
      '$.quiet ends when it begins; leave it out, or give two times of day',
    ]);
  });

  it('is all of it at once', () => {
    expect(problems(policy({ targets: {}, calendar: 'x', steps: [step({ notify: ['x'], action: 'y' })] }))).toHaveLength(4);
  });
});

const rep = (id: string): Story => subject(id).tell('rep.set', '08:00', { name: id, team: 'north', active: true });
