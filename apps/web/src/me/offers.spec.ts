import type { Offer } from '@leadclock/live-protocol/agreement.js';
import { END_SHOWN_MS, offersOf, toldEnd } from './offers.js';
import { agreed, byId } from './testing/leads.js';

const offer = (more: Partial<Offer> = {}): Offer => ({
  event: { source: '/s', id: 'o' },
  from: 'ana',
  to: 'luis',
  since: 0,
  ended: null,
  ...more,
});
const ways = ['accepted', 'declined', 'lapsed'] as const;
const ended = (how: 'accepted' | 'declined' | 'lapsed') => offer({ ended: { how, at: 0 } });

describe('the offers of a rep', () => {
  const told = byId(
    agreed('second', 1, { offer: offer({ since: 20 }) }),
    agreed('first', 1, { offer: offer({ since: 10 }) }),
    agreed('mine', 1, { offer: offer({ from: 'luis', to: 'eva' }) }),
    agreed('over', 1, { offer: ended('declined') }),
    agreed('others', 1, { offer: { ...ended('declined'), to: 'eva' } }),
    agreed('none', 1),
  );

  it('are those to him, the oldest first, and those that have just ended', () => {
    const { toMe, ended: over } = offersOf(told, 'luis', END_SHOWN_MS - 1);
    expect(toMe.map(({ lead }) => lead.lead)).toEqual(['first', 'second']);
    expect(over.map(({ lead }) => lead.lead)).toEqual(['over']);
    expect(offersOf(told, 'luis', END_SHOWN_MS).ended).toEqual([]);
  });
});

describe('how an offer ended', () => {
  it('is told to who made it and to whom it was made, each in his words', () => {
    expect(ways.map((how) => toldEnd(ended(how), 'ana', false))).toEqual(['accepted', 'declined', 'lapsed']);
    expect(ways.map((how) => toldEnd(ended(how), 'luis', false))).toEqual([null, 'takenBack', 'lapsed']);
  });

  it('is not told to who did it himself, nor while it is open', () => {
    expect(toldEnd(ended('declined'), 'luis', true)).toBeNull();
    expect(toldEnd(offer(), 'ana', false)).toBeNull();
  });
});
