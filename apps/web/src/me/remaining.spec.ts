import { remainingOf } from './remaining.js';
import { waits } from './testing/leads.js';

describe('the figure of a lead', () => {
  it.each([
    [69_000, 'left', 69_000],
    [68_001, 'left', 69_000],
    [1, 'left', 1_000],
    [0, 'left', 0],
    [-1, 'over', 1],
    [-162_000, 'over', 162_000],
  ])('with %d ms until its target', (until, kind, ms) => {
    expect(remainingOf(waits('a', 300, { asOf: until }), 0)).toEqual({ kind, ms });
  });

  it('stands while its clock stands', () => {
    expect(remainingOf(waits('a', 500, { heldMs: 125_000 }), 0)).toEqual({ kind: 'held', ms: 125_000 });
  });

  it('counts up without a target', () => {
    expect(remainingOf(waits('a', 500, { due: null }), 0)).toEqual({ kind: 'waiting', ms: 500_000 });
  });
});
