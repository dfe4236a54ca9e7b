import { policySettings } from '../configuration/settings.js';
import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { lead, type Story, subject } from '../testing/story.js';
import { ConfigurationHistory } from './configuration-history.js';
import { lines, policy, raised, ran, replayed, step } from './testing/replayed.js';

const ada = lead('ada').arrived('09:00', { owner: 'ana' });
const bob = lead('bob').arrived('09:01', { owner: 'luis' });
const into = (time: string, root: string | null = 'ada') => bob.tell('lead.merged', time, { into: root });

describe('leads that a merge ties to each other', () => {
  it('are each told of before it, whatever is recorded of one of them', () => {
    const merged = into('09:20').events;
    const both = ['09:05:00 due ana', '09:06:00 due luis'];
    expect(replayed([...ada.tell('lead.viewed', '09:03', { rep: 'ana' }).events, ...merged])).toEqual(both);
    expect(replayed([...ada.events, ...into('09:20').tell('lead.viewed', '09:03', { rep: 'luis' }).events])).toEqual(both);
    expect(replayed([...merged, ...ada.events])).toEqual(both);
  });

  it('are one after it: an answer on either answers it', () => {
    const early = into('09:02');
    expect(replayed([...ada.events, ...early.events])).toEqual(['09:05:00 due ana']);
    expect(replayed([...ada.events, ...early.called('09:04', 'luis').events])).toEqual([]);
    expect(replayed([...ada.called('09:04', 'ana').events, ...early.events])).toEqual([]);
  });

  it('are two again when it is taken back; who was told rightly before is not told again', () => {
    const apart = into('09:20').tell('lead.merged', '09:30', { into: null });
    expect(replayed([...ada.events, ...apart.events])).toEqual(['09:05:00 due ana', '09:06:00 due luis']);
    const never = into('09:02').takenBack('09:03', 'e2');
    expect(replayed([...ada.events, ...never.events])).toEqual(['09:05:00 due ana', '09:06:00 due luis']);
  });
});

describe('a policy that becomes known while leads wait', () => {
  /** Fifteen minutes instead of five, known at three past. */
  const later = subject('web').tell(
    'policy.set',
    '08:00',
    { order: 1, match: {}, targets: { answer_s: 900 }, steps: [] },
    { heard: '09:03' },
  );

  it('judges one that was closed and is open again', () => {
    expect(replayed(ada.disqualified('09:01').qualified('09:02').events, later)).toEqual(['09:15:00 due ana']);
    expect(replayed(ada.disqualified('09:01').events, later)).toEqual([]);
  });

  it('judges of two that are tied the one that is open', () => {
    expect(replayed([...ada.disqualified('09:01').events, ...into('09:20').events], later)).toEqual(['09:16:00 due luis']);
    expect(replayed([...ada.events, ...into('09:20').disqualified('09:02').events], later)).toEqual(['09:15:00 due ana']);
  });
});

describe('an alert of one of two leads that are tied, put off', () => {
  const due = { due_at: writeInstant(at('09:05')), raised_at: writeInstant(at('09:05')) };
  const putOff = (story: Story, until: string) => {
    const data = { alert: 'b1', step: 'late', ...due, to: 'luis', until: writeInstant(at(until)) };
    return story.tell('alert.snoozed', '09:07:30', data, { id: 'snooze', heard: '09:07:30' });
  };

  it('is that lead’s own, though the other has one of the same step and time', () => {
    const same = lead('bob').arrived('09:00', { owner: 'luis' }).tell('lead.merged', '09:20', { into: 'ada' });
    const events = [...ada.events, ...putOff(same, '09:10').events, ...raised('b1', '09:05', 'bob')];
    expect(replayed(events, policy([step()]))).toEqual(['09:05:00 late ana', '09:05:00 late luis', '09:10:00 late luis']);
  });

  it('is put off as far as the target of that lead', () => {
    const later = lead('bob').arrived('09:02', { owner: 'luis' }).tell('lead.merged', '09:20', { into: 'ada' });
    const settings = policySettings({ order: 1, match: {}, targets: { answer_s: 480 }, steps: [step()] });
    const events = [...ada.events, ...putOff(later, '09:30').events, ...raised('b1', '09:07', 'bob')];
    const replay = ran(events, new ConfigurationHistory([], new Map([['web', settings]])), null);
    expect(lines(replay)).toEqual(['09:05:00 late ana', '09:07:00 late luis', '09:10:00 late luis']);
  });
});
