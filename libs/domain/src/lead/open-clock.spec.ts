import { buildConfiguration } from '../configuration/build-configuration.js';
import { lead, type Story, subject } from '../testing/story.js';
import { foldSubject } from './fold-subject.js';
import { hasOpenClock } from './open-clock.js';

const byContact = subject('web').tell('policy.set', '08:00', {
  order: 1,
  match: {},
  targets: { answer_s: 300, contact_s: 3_600 },
  steps: [],
});
const asked = (story: Story, ...policies: readonly Story[]): boolean =>
  hasOpenClock(foldSubject(story.events).state, buildConfiguration(policies.flatMap(({ events }) => events)));
const ada = lead('ada').arrived('09:00');
const rung = ada.called('09:02', 'ana');

describe('a lead has a clock that can stand still', () => {
  it('while it waits, also past its target, and while it is paused already', () => {
    expect([asked(ada), asked(ada.paused('09:10'))]).toEqual([true, true]);
  });

  it('after an answer only until there is contact, where its policy has a target for that', () => {
    expect([asked(rung), asked(rung, byContact)]).toEqual([false, true]);
    expect(asked(rung.called('09:30', 'ana', 'connected'), byContact)).toBe(false);
  });

  it('not before it has arrived, nor once it is closed', () => {
    expect(asked(lead('bob').assigned('09:00', 'ana'))).toBe(false);
    expect([asked(ada.disqualified('09:05')), asked(rung.disqualified('09:05'), byContact)]).toEqual([false, false]);
  });
});
