import { buildConfiguration } from '../configuration/build-configuration.js';
import type { DataOf } from '../events/catalogue.js';
import { foldSubject } from '../lead/fold-subject.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { snoozeLimit } from './snooze-limit.js';

type Policy = DataOf<'policy.set'>;
const step = (id: string, more: Partial<Policy['steps'][number]>): Policy['steps'][number] => ({
  id,
  clock: 'lead',
  of: 'answer',
  notify: ['owner'],
  ...more,
});
const ladder = [step('soon', { at_s: -120 }), step('late', { at_percent: 100 }), step('very', { at_s: 600 })];
const policy = (more: Partial<Policy> = {}): Story =>
  subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 300 }, steps: ladder, ...more });
const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const limit = (id: string, time: string, configured: Story | null = policy(), story: Story = ada) =>
  snoozeLimit(foldSubject(story.events).state, buildConfiguration(configured?.events ?? []), id, at(time));

describe('how far an alert can be put off', () => {
  it('is the target, where the policy says nothing', () => {
    expect(limit('soon', '09:03:30')).toEqual({ until: at('09:05'), by: 'target' });
  });

  it('is the next step, when that comes first', () => {
    const nearer = [...ladder, step('sooner', { at_s: -60 })];
    expect(limit('soon', '09:03:30', policy({ steps: nearer }))).toEqual({ until: at('09:04'), by: 'step' });
    expect(limit('soon', '09:04:30', policy({ steps: nearer }))).toEqual({ until: at('09:05'), by: 'target' });
  });

  it('is past once the target is, so that the five minutes of the default cannot be put off', () => {
    expect(limit('late', '09:05')).toEqual({ until: at('09:05'), by: 'target' });
    expect(limit('very', '09:12')).toEqual({ until: at('09:05'), by: 'target' });
    expect(limit('due', '09:06', null)).toEqual({ until: at('09:05'), by: 'target' });
  });

  it('of a promised call is an hour from now, until it is kept', () => {
    const promised = ada
      .called('09:02', 'ana', 'connected')
      .tell('lead.follow_up_set', '09:03', { rep: 'ana', at: '2026-11-02T10:00:00.000Z' });
    expect(limit('call_back', '10:01', policy(), promised)).toEqual({ until: at('11:01'), by: 'call_back' });
    expect(limit('call_back', '10:01', policy(), promised.called('10:00', 'ana', 'connected'))).toBeNull();
    expect(limit('call_back', '10:01')).toBeNull();
  });

  it('is what the policy says from now on, past the target too', () => {
    expect(limit('late', '09:06', policy({ snooze_max_s: 900 }))).toEqual({ until: at('09:21'), by: 'policy' });
    expect(limit('soon', '09:03', policy({ snooze_max_s: 60 }))).toEqual({ until: at('09:04'), by: 'policy' });
  });

  it("goes by the step's own clock, and by what it is about", () => {
    const steps = [step('own', { clock: 'owner', at_s: 60 }), step('talk', { of: 'contact', at_s: 60 })];
    const handed = ada.assigned('09:10', 'luis');
    const configured = policy({ steps, targets: { answer_s: 300, contact_s: 1200 } });
    expect(limit('own', '09:11', configured, handed)).toEqual({ until: at('09:15'), by: 'target' });
    expect(limit('talk', '09:02', configured, ada)).toEqual({ until: at('09:20'), by: 'target' });
    expect(limit('talk', '09:02', policy({ steps: steps.slice(1) }), ada)).toEqual({ until: Number.POSITIVE_INFINITY, by: 'target' });
  });

  it('does not count what the lead was paused for', () => {
    expect(limit('soon', '09:04:30', policy(), ada.paused('09:01').resumed('09:02'))).toEqual({ until: at('09:06'), by: 'target' });
  });

  it('is nothing when the lead does not wait, or there is no such step', () => {
    expect(limit('late', '09:06', policy(), ada.called('09:04', 'ana', 'connected'))).toBeNull();
    const talk = step('talk', { of: 'contact', at_s: 1200 });
    const both = policy({ steps: [...ladder, talk], targets: { answer_s: 300, contact_s: 1200 } });
    const answered = ada.called('09:04', 'ana');
    expect(limit('late', '09:06', both, answered)).toBeNull();
    expect(limit('talk', '09:06', both, answered)).toEqual({ until: at('09:20'), by: 'target' });
    expect(limit('none', '09:06')).toBeNull();
    expect(limit('due', '09:06', null, lead('bob').called('09:00', 'ana'))).toBeNull();
  });
});
