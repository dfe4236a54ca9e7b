import { confidence } from './wilson.js';

const rounded = (met: number, n: number) => {
  const found = confidence(met, n);
  return found === null ? null : [found.low, found.high].map((edge) => Math.round(edge * 1_000) / 1_000);
};

describe('the interval around a share', () => {
  it.each([
    [81, 263, [0.255, 0.366]],
    [15, 148, [0.062, 0.16]],
    [29, 31, [0.793, 0.982]],
    [10, 10, [0.722, 1]],
    [0, 10, [0, 0.278]],
    [1, 1, [0.207, 1]],
  ])('of %p in %p is %p', (met, n, edges) => {
    expect(rounded(met, n)).toEqual(edges);
  });

  it('is none where nothing was judged', () => {
    expect(confidence(0, 0)).toBeNull();
  });
});
