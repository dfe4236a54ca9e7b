import { nextTry, TRIED_FOR_MS } from './next-try.js';

describe('when a message is tried again', () => {
  it('is seconds after the first failure, and hours in the end', () => {
    expect(nextTry(1, 0, 1_000)).toBe(6_000);
    expect(nextTry(2, 0, 10_000)).toBe(30_000);
    expect(nextTry(9, 0, 0)).toBe(4 * 3_600_000);
    expect(nextTry(50, 0, 0)).toBe(4 * 3_600_000);
  });

  it('is over a day, and not beyond it', () => {
    let [now, tries] = [0, 0];
    for (let at: number | null = 0; at !== null; at = nextTry(tries, 0, now)) [now, tries] = [at, tries + 1];
    expect(now).toBeGreaterThan(TRIED_FOR_MS - 4 * 3_600_000);
    expect(now).toBeLessThanOrEqual(TRIED_FOR_MS);
    expect(tries).toBeLessThan(20);
  });
});
