import type { DataOf } from '../events/catalogue.js';
import { calendarSettings, defaultCounts, defaultPolicy, policySettings, stepsOf } from './settings.js';

const policy = (counts?: DataOf<'policy.set'>['counts'], match: DataOf<'policy.set'>['match'] = {}) =>
  policySettings({ order: 1, match, targets: {}, steps: [], ...(counts !== undefined && { counts }) });

describe('what answers', () => {
  it('is any outbound channel but a task, a call or a chat that comes in, by a person, unless it failed', () => {
    expect(defaultCounts.outbound).toContain('email');
    expect(defaultCounts.outbound).toContain('meeting');
    expect(defaultCounts.outbound).not.toContain('task');
    expect(defaultCounts).toMatchObject({ inbound: ['call', 'chat'], actors: ['human'], unless: ['bounced', 'wrong_number'] });
    expect(policy().counts).toEqual(defaultCounts);
  });

  it.each([
    { outbound: ['sms' as const] },
    { inbound: ['email' as const] },
    { actors: ['human' as const, 'ai' as const] },
    { unless: ['no_answer' as const] },
  ])('is for a policy what it says itself, and else what it is without: %j', (own) => {
    expect(policy(own).counts).toEqual({ ...defaultCounts, ...own });
  });
});

it('a policy is for the leads that it names by origin, team, segment and channel, each of them or any', () => {
  const match = { origin: ['web'], team: ['north'], segment: ['big'], channel: ['phone'] };
  expect(policy({}, match).match).toEqual(match);
  expect(policy({}).match).toEqual(defaultPolicy.match);
});

it('a lead that no policy matches is to be answered in five minutes, at any hour, and nobody is told', () => {
  expect(defaultPolicy).toMatchObject({ calendar: null, answerSeconds: 300, contactSeconds: null, steps: [] });
  expect(defaultPolicy.match).toEqual({ origin: null, team: null, segment: null, channel: null });
});

it('the ladder of a policy without steps tells the owner once, at the target of the answer', () => {
  const due = { id: 'due', clock: 'lead', of: 'answer', atSeconds: null, atPercent: 100, notify: ['owner'], action: null };
  expect(stepsOf(policy())).toEqual([{ ...due, repeatSeconds: null, repeatMax: null }]);
  const step = { id: 'soon', clock: 'lead' as const, of: 'answer' as const, at_s: -30, notify: ['team'] };
  const own = policySettings({ order: 1, match: {}, targets: {}, steps: [step] });
  expect(stepsOf(own)).toEqual(own.steps);
});

it('each day of a calendar’s week has its own hours, and none where it names none', () => {
  const hours = (from: string): [string, string][] => [[from, '23:30']];
  const week = { mon: hours('01:05'), tue: hours('02:05'), wed: hours('03:05'), thu: hours('04:05'), fri: hours('05:05') };
  const { week: read } = calendarSettings({ zone: 'UTC', week: { ...week, sat: hours('06:05'), sun: hours('07:05') }, holidays: [] });
  expect(read).toEqual({
    mon: [[65, 1410]],
    tue: [[125, 1410]],
    wed: [[185, 1410]],
    thu: [[245, 1410]],
    fri: [[305, 1410]],
    sat: [[365, 1410]],
    sun: [[425, 1410]],
  });
  expect(calendarSettings({ zone: 'UTC', week, holidays: [] }).week).toMatchObject({ fri: [[305, 1410]], sat: [], sun: [] });
});
