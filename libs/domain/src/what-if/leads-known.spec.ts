import { lead, subject } from '../testing/story.js';
import { replayed } from './testing/replayed.js';

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
