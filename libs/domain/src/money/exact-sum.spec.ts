import fc from 'fast-check';
import { ExactSum, quotient } from './exact-sum.js';

describe('an exact sum', () => {
  it('is 0 before anything is added', () => {
    expect(new ExactSum().total()).toBe(0n);
    expect(new ExactSum().over(1000)).toBe(0);
  });

  it('keeps every unit of sums that a double cannot hold, in any order, and takes them back', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), fc.array(fc.maxSafeInteger()), (kept, taken) => {
        const sum = new ExactSum();
        for (const value of [...kept, ...taken]) sum.add(value);
        for (const value of taken) sum.add(-value);
        expect(sum.total()).toBe(kept.reduce((total, value) => total + BigInt(value), 0n));
      }),
    );
  });

  it('divides once it has all units, not each part', () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3; i++) sum.add(Number.MAX_SAFE_INTEGER);
    expect(sum.over(3)).toBe(Number.MAX_SAFE_INTEGER);
    expect(quotient(-7n, 2n)).toBe(-3.5);
    expect(quotient(3n * 10n ** 30n, 4n * 10n ** 30n)).toBe(0.75);
  });
});
