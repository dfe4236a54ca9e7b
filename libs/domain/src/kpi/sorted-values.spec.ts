import fc from 'fast-check';
import { SortedValues } from './sorted-values.js';

const of = (...values: number[]): SortedValues => {
  const sorted = new SortedValues();
  for (const value of values) sorted.add(value);
  return sorted;
};

/** percentile_cont by its definition. */
const percentile = (values: readonly number[], fraction: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const position = fraction * (sorted.length - 1);
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  return low === undefined || high === undefined ? null : low + (position - Math.floor(position)) * (high - low);
};

describe('sorted values', () => {
  it('have no percentile while there are none', () => {
    expect(of().percentile(50)).toBeNull();
  });

  it('lie linearly between neighbours, as percentile_cont has it', () => {
    expect(of(10, 40, 20, 30).percentile(50)).toBe(25);
    expect(of(100, 200, 300).percentile(90)).toBe(280);
    expect(of(7).percentile(95)).toBe(7);
  });

  it('show no binary fraction', () => {
    expect(of(518_400_000, 518_400_000, 604_800_000, 604_800_000).percentile(90)).toBe(604_800_000);
    expect(of(0, 0, 0, 0, 100, 200_000_300).percentile(90)).toBe(100_000_200);
  });

  it('count equal values as often as they were added', () => {
    const values = of(5, 5, 5, 9);
    values.remove(5);
    expect(values.size).toBe(3);
    expect(values.percentile(50)).toBe(5);
    expect(values.percentile(100)).toBe(9);
  });

  it('refuse to take away what is not there', () => {
    expect(() => of(1, 2).remove(3)).toThrow('removing 3, which was never added');
  });

  it('say the same after adding and taking away as from scratch, over many chunks', () => {
    const change = fc.record({ value: fc.integer({ min: -50, max: 3000 }), remove: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 3000, size: 'max' }),
        fc.array(change, { maxLength: 3000, size: 'max' }),
        (first, changes) => {
          const running = of(...first);
          const left = [...first];
          for (const { value, remove } of changes) {
            const index = remove ? left.indexOf(value) : -1;
            if (index >= 0) {
              running.remove(value);
              left.splice(index, 1);
            } else {
              running.add(value);
              left.push(value);
            }
          }
          for (const percent of [0, 50, 90, 95, 100])
            expect(running.percentile(percent) ?? -1).toBeCloseTo(percentile(left, percent / 100) ?? -1, 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('find their places among very many, while values come and go', () => {
    const running = of(...Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003));
    const left = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003);
    for (let round = 0; round < 5; round++) {
      for (let step = 0; step < 400; step++) {
        const value = (round * 400 + step) * 13;
        running.add(value);
        left.push(value);
        const gone = left[(round * 400 + step) * 11] ?? 0;
        running.remove(gone);
        left.splice((round * 400 + step) * 11, 1);
      }
      for (const percent of [0, 1, 50, 99, 100])
        expect(running.percentile(percent)).toBeCloseTo(percentile(left, percent / 100) ?? Number.NaN, 6);
    }
  });
});
