import { Heap } from './heap.js';
import { randomOf } from './random.js';

const many = <T>(draw: () => T) => Array.from({ length: 20_000 }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance by a seed', () => {
  it('draws the same for the same words, and never changes from one release to the next', () => {
    const random = randomOf('seed', 1);
    expect([random.whole(1_000), random.whole(1_000), random.whole(1_000)]).toEqual([575, 72, 32]);
  });

  it('draws otherwise for words that are put together otherwise', () => {
    expect(randomOf('ab', 'c').unit()).not.toBe(randomOf('a', 'bc').unit());
  });

  it('spreads as it says', () => {
    const random = randomOf('spread');
    expect(mean(many(() => random.unit()))).toBeCloseTo(0.5, 1);
    expect(mean(many(() => random.exponential(40)))).toBeCloseTo(40, -1);
    expect(mean(many(() => random.poisson(3)))).toBeCloseTo(3, 0);
    expect(mean(many(() => random.poisson(5_000)))).toBeCloseTo(5_000, -2);
    expect(mean(many(() => (random.chance(0.2) ? 1 : 0)))).toBeCloseTo(0.2, 1);
    const logs = many(() => random.logNormal(90, 0.5)).toSorted((a, b) => a - b);
    expect(logs[10_000]).toBeCloseTo(90, -1);
    expect(many(() => random.poisson(0)).every((n) => n === 0)).toBe(true);
  });

  it('takes each as often as it weighs', () => {
    const random = randomOf('weights');
    const drawn = many(() =>
      random.weighted([
        { value: 'a', weight: 3 },
        { value: 'b', weight: 1 },
      ]),
    );
    expect(drawn.filter((value) => value === 'a').length / drawn.length).toBeCloseTo(0.75, 1);
  });
});

describe('the queue of what is next', () => {
  it('gives what was put in by its order', () => {
    const random = randomOf('queue');
    const heap = new Heap<number>((a, b) => a < b);
    const numbers = Array.from({ length: 500 }, () => random.whole(10_000));
    for (const number of numbers) heap.push(number);
    expect(numbers.map(() => heap.pop())).toEqual(numbers.toSorted((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  });
});
