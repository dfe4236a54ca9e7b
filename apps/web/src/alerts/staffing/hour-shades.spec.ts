import { shadeOfCount, shadeOfShare } from './hour-shades.js';

it('a count has a shade of five, and none where nothing came', () => {
  expect([0, 1, 2, 3, 9, 10].map((count) => shadeOfCount(count, 10))).toEqual([0, 1, 1, 2, 5, 5]);
  expect(shadeOfCount(1, 1)).toBe(5);
  expect(shadeOfCount(0, 0)).toBe(0);
});

it('a share is darker from each edge on', () => {
  expect([0, 0.79, 0.8, 0.85, 0.9, 0.949, 0.95, 1].map(shadeOfShare)).toEqual([1, 1, 2, 3, 4, 4, 5, 5]);
});
