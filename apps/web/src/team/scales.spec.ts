import { axisTo, linePoints, marksOf, pathOf } from './scales.js';

describe('an axis from 0', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 2, 4]],
    [49, [0, 25, 50]],
    [50, [0, 25, 50]],
    [51, [0, 50, 100]],
    [130, [0, 100, 200]],
    [2_300, [0, 2_000, 4_000]],
  ])('for %p has the marks %p', (max, marks) => {
    expect(marksOf(axisTo(max))).toEqual(marks);
  });
});

describe('a line', () => {
  it('fills its box from the least to the greatest value', () => {
    expect(linePoints([1, 3, 2], 24, 14, 2)).toEqual([
      { x: 2, y: 12 },
      { x: 12, y: 2 },
      { x: 22, y: 7 },
    ]);
  });

  it('of equal values runs through the middle, a single one stands at its end', () => {
    expect(linePoints([5, 5], 24, 14, 2).map((point) => point?.y)).toEqual([7, 7]);
    expect(linePoints([5], 24, 14, 2)).toEqual([{ x: 22, y: 7 }]);
  });

  it('is interrupted where there is no value', () => {
    const points = linePoints([1, 2, null, 3, null], 42, 12, 1);
    expect(points[2]).toBeNull();
    expect(pathOf(points)).toBe('M1 11L11 6M31 1');
    expect(pathOf([])).toBe('');
  });
});
