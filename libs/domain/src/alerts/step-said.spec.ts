import { buildConfiguration } from '../configuration/build-configuration.js';
import type { DataOf } from '../events/catalogue.js';
import { CALL_BACK } from '../lead/call-back.js';
import { subject } from '../testing/story.js';
import { stepSaid } from './step-said.js';

describe('what a step says', () => {
  const step: DataOf<'policy.set'>['steps'][number] = { id: 'late', clock: 'lead', of: 'answer', at_s: 60, notify: [] };
  const said = (more: Partial<typeof step>) => {
    const data = { order: 1, match: {}, targets: {}, quiet: { from: '22:00', to: '07:00' }, steps: [{ ...step, ...more }] };
    const site = subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
    const configuration = buildConfiguration([...site.events, ...subject('web').tell('policy.set', '08:00', data).events]);
    return stepSaid(configuration, { source: '/story', id: 'e1' }, 'late');
  };

  it('is whom it tells, what it does, how it repeats, and when it keeps still in the zone of the site', () => {
    expect(said({ notify: ['team'], action: 'pool', repeat_s: 60, repeat_max: 2 })).toEqual({
      policyId: 'web',
      notify: ['team'],
      action: 'pool',
      repeat: { everyMs: 60_000, most: 2 },
      quiet: { from: 1320, to: 420 },
      zone: 'Europe/Madrid',
    });
  });

  it('of a promised call is to tell who promised it, once, whatever the hour', () => {
    const once = { policyId: null, action: null, repeat: null, quiet: null, zone: 'UTC' };
    expect(stepSaid(null, 'default', CALL_BACK)).toEqual({ ...once, notify: ['caller'] });
    expect(stepSaid(null, { source: '/story', id: 'e1' }, CALL_BACK)).toEqual({ ...once, notify: ['owner'] });
  });

  it('keeps to the clock of Greenwich on a site that nobody has described', () => {
    const policy = subject('web').tell('policy.set', '08:00', { order: 1, match: {}, targets: {}, steps: [{ ...step, notify: ['team'] }] });
    const asked = stepSaid(buildConfiguration(policy.events), { source: '/story', id: 'e1' }, 'late');
    expect(asked).toMatchObject({ policyId: 'web', notify: ['team'], action: null, zone: 'UTC' });
  });

  it('tells the owner where it names nobody and does nothing anybody knows, and where nobody knows the step', () => {
    expect(said({ action: 'sing' })).toMatchObject({ notify: ['owner'], action: null });
    expect(said({ action: 'pool' })).toMatchObject({ notify: [], action: 'pool' });
    const usual = { policyId: null, notify: ['owner'], action: null, repeat: null, quiet: null };
    expect(stepSaid(null, 'default', 'due')).toMatchObject(usual);
    expect(stepSaid(buildConfiguration([]), { source: '/story', id: 'none' }, 'late')).toMatchObject(usual);
  });
});
