import type { DataOf } from '../events/catalogue.js';
import { policyData } from './policy-data.js';
import { defaultPolicy, policySettings } from './settings.js';

const full: DataOf<'policy.set'> = {
  order: 3,
  match: { origin: ['web_form', 'referral'], team: ['north'], segment: ['big'], channel: [] },
  calendar: 'office',
  targets: { answer_s: 120, contact_s: 3600 },
  counts: { outbound: ['sms', 'call'], inbound: ['chat'], actors: ['human', 'ai'], unless: ['wrong_number'] },
  quiet: { from: '22:05', to: '07:00' },
  snooze_max_s: 600,
  steps: [
    { id: 'soon', clock: 'lead', of: 'answer', at_s: -30, notify: ['owner'] },
    { id: 'late', clock: 'owner', of: 'contact', at_percent: 100, notify: ['team'], action: 'pool', repeat_s: 60, repeat_max: 2 },
  ],
};

it('a policy is told as it was set, field by field', () => {
  expect(policyData(policySettings(full))).toEqual(full);
  expect(policyData(policySettings({ ...full, quiet: { from: '00:00', to: '24:00' } })).quiet).toEqual({ from: '00:00', to: '24:00' });
});

it('what a policy leaves to the default is told in full, and gives the same settings when it is set again', () => {
  const told = policyData(policySettings({ order: 1, match: {}, targets: {}, steps: [] }));
  expect(told).toMatchObject({
    match: {},
    targets: { answer_s: 300 },
    counts: { inbound: ['call', 'chat'], actors: ['human'] },
    steps: [],
  });
  expect(Object.keys(told)).toEqual(['order', 'match', 'targets', 'counts', 'steps']);
  expect(policySettings(told)).toEqual({ ...defaultPolicy, order: 1 });
});
