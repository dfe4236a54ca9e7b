import { goalEdge, isFew, shownShare } from './goal.js';

describe('the edge of a share', () => {
  it.each([
    [0.95, 'in'],
    [0.9499, 'soon'],
    [0.9, 'soon'],
    [0.8999, 'late'],
    [null, 'none'],
  ])('of %p against a goal of 95 % is "%s"', (share, edge) => {
    expect(goalEdge(share, 10, 0.95)).toBe(edge);
  });

  it('is not spoilt by what a division leaves over', () => {
    expect(goalEdge(0.1 + 0.2, 10, 0.3)).toBe('in');
    expect(goalEdge(0.3, 10, 0.1 + 0.2)).toBe('in');
  });
});

describe('a share of fewer than ten', () => {
  it('is too few for a verdict, whatever it is', () => {
    expect([goalEdge(1, 9, 0.95), goalEdge(0, 9, 0.95)]).toEqual(['none', 'none']);
    expect([isFew(9), isFew(10)]).toEqual([true, false]);
  });
});

describe('a share as shown', () => {
  it('is rounded, but never up to a goal or to all that was not reached', () => {
    expect(shownShare(0.926, 0.95)).toBe(0.93);
    expect(shownShare(0.946, 0.95)).toBe(0.94);
    expect(shownShare(0.996, 0.95)).toBe(0.99);
    expect(shownShare(0.29, 0.3)).toBe(0.29);
    expect(shownShare(1, 0.95)).toBe(1);
  });
});
