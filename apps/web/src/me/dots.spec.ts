import { dotsOf } from './dots.js';

const HOUR = 3_600_000;
const answer = (at: number, seconds: number) => ({ lead: 'a', at, seconds, late: seconds > 300 });

describe('the picture of a day’s answers', () => {
  it('spans nine hours from the hour of the first answer', () => {
    const { dots, hours } = dotsOf([answer(9.5 * HOUR, 60)], 300, 10 * HOUR);
    expect(dots[0]?.across).toBeCloseTo(0.5 / 9);
    expect(hours.map(({ at }) => at / HOUR)).toEqual([9, 12, 15, 18]);
  });

  it('grows with a long day, and never has more than four labels', () => {
    expect(dotsOf([answer(HOUR, 60)], 300, 23 * HOUR).hours.map(({ at }) => at / HOUR)).toEqual([1, 9, 17]);
  });

  it('puts an answer exactly in target on the line, and very late ones at the edge', () => {
    const { dots, targetAt } = dotsOf([answer(0, 300), answer(1, 90_000)], 300, HOUR);
    expect(dots.map(({ up, late }) => [up, late])).toEqual([
      [targetAt, false],
      [1, true],
    ]);
  });

  it('is empty, with its hours, before the first answer', () => {
    const { dots, hours } = dotsOf([], 300, 9 * HOUR);
    expect([dots.length, hours.length]).toEqual([0, 4]);
  });
});
