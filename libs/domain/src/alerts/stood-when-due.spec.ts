import { buildConfiguration } from '../configuration/build-configuration.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { alertId, type PolicyName } from './identity.js';
import { roundsOf } from './next-round.js';
import { stoodWhenDue } from './stood-when-due.js';

interface Asked {
  readonly policy?: PolicyName;
  readonly step?: string;
  readonly round?: number;
  readonly due?: string;
  readonly told?: readonly Story[];
}

const stood = (story: Story, { policy = 'default', step = 'due', round = 1, due = '09:05', told = [] }: Asked = {}): boolean =>
  stoodWhenDue('ada', story.events, buildConfiguration(told.flatMap(({ events }) => events)), {
    id: alertId({ lead: 'ada', policy, step, clock: 'lead', round }),
    dueAt: at(due),
  });
const ada = lead('ada').arrived('09:00');

describe('an alert of the deadline at 9:05', () => {
  it('was right when the answer came after it', () => {
    expect(stood(ada.called('09:06', 'ana', 'connected'))).toBe(true);
  });

  it('was right in its second round, too', () => {
    expect(stood(ada.called('09:06', 'ana', 'connected'), { round: 2 })).toBe(true);
  });

  it.each([
    ['the answer came before', ada.called('09:04', 'ana', 'connected')],
    ['the answer came exactly at it', ada.called('09:05', 'ana', 'connected')],
    ['the lead was closed before', ada.disqualified('09:03')],
    ['the lead was paused over it', ada.paused('09:04')],
    ['the lead came in later than was known', lead('ada').arrived('09:01')],
    ['the lead is a backfill', lead('ada').arrived('09:00', {}, { historical: true })],
  ])('was wrong when %s', (_, story) => {
    expect(stood(story)).toBe(false);
  });

  it('was right when the answer before it was taken back: it counts as never sent', () => {
    const taken = ada.called('09:04', 'ana', 'connected').takenBack('09:10', 'e2').called('09:20', 'ana', 'connected');
    expect(stood(taken)).toBe(true);
  });

  it('was wrong when another policy holds for the lead than was known', () => {
    const tenMinutes = subject('slow').tell('policy.set', '08:00', { order: 1, match: {}, targets: { answer_s: 600 }, steps: [] });
    expect(stood(ada.called('09:06', 'ana', 'connected'), { told: [tenMinutes] })).toBe(false);
  });

  it('of a step about contacts does not mind an answer in time', () => {
    const policy = subject('both').tell('policy.set', '08:00', {
      order: 1,
      match: {},
      targets: { answer_s: 60, contact_s: 300 },
      steps: [{ id: 'talk', clock: 'lead', of: 'contact', at_percent: 100, notify: ['owner'] }],
    });
    const name = { policy: { source: '/story', id: 'e1' }, step: 'talk', told: [policy] };
    const answered = ada.called('09:02', 'ana', 'no_answer');
    expect(stood(answered.called('09:10', 'ana', 'connected'), name)).toBe(true);
    expect(stood(answered.called('09:04', 'ana', 'connected'), name)).toBe(false);
  });

  it('of a step that repeats was right in the last of its rounds, and in none after it', () => {
    const step = { id: 'late', clock: 'lead', of: 'answer', at_s: 300, notify: ['owner'], repeat_s: 60, repeat_max: 3 } as const;
    const told = [
      subject('web').tell('policy.set', '08:00', {
        order: 1,
        match: {},
        targets: { answer_s: 300 },
        steps: [{ ...step, notify: ['owner'] }],
      }),
    ];
    const name = { policy: { source: '/story', id: 'e1' }, step: 'late', told };
    const answered = ada.called('09:30', 'ana', 'connected');
    const last = roundsOf({ everyMs: 60_000, most: 3 });
    expect([1, last, last + 1].map((round) => stood(answered, { ...name, round, due: '09:08' }))).toEqual([true, true, false]);
  });

  it('was wrong when the answer had come under a lead that was merged into it later', () => {
    const bob = lead('bob').called('09:04', 'ana', 'connected').tell('lead.merged', '10:00', { into: 'ada' });
    const alert = { id: alertId({ lead: 'ada', policy: 'default', step: 'due', clock: 'lead', round: 1 }), dueAt: at('09:05') };
    expect(stoodWhenDue('ada', [...ada.events, ...bob.events], buildConfiguration([]), alert)).toBe(false);
  });

  it('was wrong when nothing of the lead is left', () => {
    expect(stoodWhenDue('ada', [], buildConfiguration([]), { id: 'a', dueAt: at('09:05') })).toBe(false);
  });
});
