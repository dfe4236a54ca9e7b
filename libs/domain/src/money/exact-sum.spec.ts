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

  it('takes in another sum whole, what lies beyond a double too', () => {
    const [sum, other] = [new ExactSum(), new ExactSum()];
    sum.add(5);
    for (let i = 0; i < 3; i++) other.add(Number.MAX_SAFE_INTEGER);
    other.add(2);
    sum.addTotal(other);
    expect(sum.total()).toBe(3n * BigInt(Number.MAX_SAFE_INTEGER) + 7n);
  });

  it('rounds what lies just beside the middle of two doubles to its own side, however little it is', () => {
    const middle = 2n ** 53n + 1n;
    const below = 2n ** 200n;
    const beside = (rest: bigint) => quotient(middle * below + rest, below);
    expect([beside(-1n), beside(0n), beside(1n)]).toEqual([2 ** 53, 2 ** 53, 2 ** 53 + 2]);
    const beneath = (rest: bigint) => quotient(-middle * below + rest, below);
    expect([beneath(-1n), beneath(0n), beneath(1n)]).toEqual([-(2 ** 53) - 2, -(2 ** 53), -(2 ** 53)]);
  });

  it('divides as doubles do where doubles are exact', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (above, below) => {
        expect(quotient(BigInt(above), BigInt(below)) + 0).toBe(above / below + 0);
      }),
    );
  });
});
