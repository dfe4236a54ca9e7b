import { binOf } from '@leadclock/live-protocol/response-bins.js';
import { binsOf, isLateBin, targetPlace } from './bins.js';

describe('the nine bins of a first answer', () => {
  it.each([
    [0, 0],
    [60, 0],
    [60.001, 1],
    [299, 4],
    [300, 4],
    [300.001, 5],
    [600, 5],
    [3_600, 7],
    [3_601, 8],
    [90_000, 8],
  ])('%p s belong to bin %p', (seconds, bin) => {
    expect(binOf(seconds)).toBe(bin);
  });

  it('count every answer once', () => {
    const bins = binsOf([10, 60, 61, 300, 301, 4_000]);
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 1, 1, 0, 0, 1]);
    expect(bins.at(-1)).toEqual({ fromSeconds: 3_600, toSeconds: null, count: 1 });
  });

  it('are late from the target on', () => {
    expect(binsOf([]).map((bin) => isLateBin(bin, 300))).toEqual([false, false, false, false, false, true, true, true, true]);
    expect(
      binsOf([])
        .map((bin) => isLateBin(bin, 90))
        .indexOf(true),
    ).toBe(2);
  });

  it('have the line of the target on an edge, or inside a bin', () => {
    expect(targetPlace(binsOf([]), 300)).toBe(5);
    expect(targetPlace(binsOf([]), 90)).toBe(1.5);
    expect(targetPlace(binsOf([]), 1_200)).toBe(6.5);
    expect(targetPlace(binsOf([]), 7_200)).toBeNull();
  });
});
