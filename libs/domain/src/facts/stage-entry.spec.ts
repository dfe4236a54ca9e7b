import { entryWords, saysOfEntry, standsAsOpportunity, standsOpen } from './stage-entry.js';

describe('the words of an entry', () => {
  it('are joined without those that are not said; none is null', () => {
    expect(entryWords(null, 'opportunity', null, 'won')).toBe('opportunity won');
    expect(entryWords(null, null)).toBeNull();
  });

  it('are found again one by one, and only on rows that tell of an entry', () => {
    const outcome = 'standing opportunity';
    expect(saysOfEntry({ part: 'returned', outcome }, 'opportunity')).toBe(true);
    expect(saysOfEntry({ part: 'returned', outcome }, 'first')).toBe(false);
    expect(saysOfEntry({ part: 'entered', outcome: 'won' }, 'won')).toBe(true);
    expect(saysOfEntry({ part: 'entered', outcome: null }, 'won')).toBe(false);
    expect(saysOfEntry({ part: 'skipped', outcome: 'standing' }, 'standing')).toBe(false);
  });
});

it.each([
  { part: 'open', outcome: 'opportunity', open: true, opportunity: true },
  { part: 'open', outcome: null, open: true, opportunity: false },
  { part: 'entered', outcome: 'standing opportunity first', open: true, opportunity: true },
  { part: 'entered', outcome: 'standing first', open: true, opportunity: false },
  { part: 'entered', outcome: 'handed_on opportunity', open: false, opportunity: false },
  { part: 'won', outcome: null, open: false, opportunity: false },
])('a row $part that says $outcome stands open: $open, as an opportunity: $opportunity', ({ open, opportunity, ...row }) => {
  expect([standsOpen(row), standsAsOpportunity(row)]).toEqual([open, opportunity]);
});
