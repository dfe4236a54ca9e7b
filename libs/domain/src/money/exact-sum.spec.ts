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

  it('divides to the same double when something too large for a double came and went', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.array(fc.maxSafeInteger()), (kept, taken) => {
        const [straight, crooked] = [new ExactSum(), new ExactSum()];
        straight.add(kept);
        for (const value of [...taken, kept, ...taken.map((added) => -added)]) crooked.add(value);
        expect(crooked.over(10_000)).toBe(straight.over(10_000));
      }),
      { examples: [[-1, [2_230_630_699_621_251, 2_272_968_927_749_245]]] },
    );
  });

  it('divides once it has all units, not each part', () => {
    const sum = new ExactSum();
    for (let i = 0; i < 3; i++) sum.add(Number.MAX_SAFE_INTEGER);
    expect(sum.over(3)).toBe(Number.MAX_SAFE_INTEGER);
    expect(quotient(-7n, 2n)).toBe(-3.5);
    expect(quotient(3n * 10n ** 27n, 4n * 10n ** 27n)).toBe(0.75);
  });

  it('divides as doubles do where doubles are exact', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (above, below) => {
        expect(quotient(BigInt(above), BigInt(below)) + 0).toBe(above / below + 0);
      }),
    );
  });
});
