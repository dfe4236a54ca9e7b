import { BETWEEN_MS, nextToSay, silence, withAnnouncement } from './announcements.js';

const late = (name: string) => ({ what: 'late', name }) as const;

describe('the polite voice', () => {
  it('has nothing to say in a quiet hour', () => {
    expect(nextToSay(silence, 0).say).toBeNull();
  });

  it('says one thing at once, and the next five seconds later', () => {
    const two = withAnnouncement(withAnnouncement(silence, late('a')), late('b'));
    const first = nextToSay(two, 0);
    expect(first.say).toEqual(late('a'));
    expect(nextToSay(first.speech, BETWEEN_MS - 1).say).toBeNull();
    expect(nextToSay(first.speech, BETWEEN_MS).say).toEqual(late('b'));
  });

  it('keeps the latest three of many', () => {
    const many = ['a', 'b', 'c', 'd'].reduce((speech, name) => withAnnouncement(speech, late(name)), silence);
    expect(many.waiting).toEqual([late('b'), late('c'), late('d')]);
  });
});
