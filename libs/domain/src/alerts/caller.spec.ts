import { buildConfiguration } from '../configuration/build-configuration.js';
import { foldSubject } from '../lead/fold-subject.js';
import { at } from '../testing/clock-time.js';
import { lead, subject } from '../testing/story.js';
import { callerOf } from './caller.js';

const { state } = foldSubject(
  lead('ada').arrived('09:00').tell('lead.follow_up_set', '09:03', { rep: 'luis', at: '2026-11-02T10:00:00.000Z' }).events,
);
const luis = subject('luis')
  .tell('rep.set', '08:00', { name: 'Luis', team: 'north', active: true })
  .tell('rep.set', '09:30', { name: 'Luis', team: 'north', active: false });
const configuration = buildConfiguration(luis.events);

describe('who is to call back', () => {
  it('is who promised it, as long as he is there', () => {
    expect(callerOf(state, configuration, at('09:29'))).toBe('luis');
    expect(callerOf(state, configuration, at('09:30'))).toBeNull();
  });

  it('is who promised it where nobody knows of him', () => {
    expect(callerOf(state, buildConfiguration([]), at('10:00'))).toBe('luis');
  });

  it('is nobody where nobody promised', () => {
    expect(callerOf(foldSubject(lead('bob').arrived('09:00').events).state, configuration, at('10:00'))).toBeNull();
  });
});
