import { DistributionTally } from './distribution.tally.js';
import { medianRank, shareInterval } from './interval.js';
import type { FactView } from './tally.js';

/** The two ends at which the observed share lies exactly z standard errors away: found by halving, in 40 decimal digits. */
const shares: readonly [hits: number, n: number, low: number, high: number][] = [
  [0, 1, 0, 0.7934506856227627],
  [1, 1, 0.2065493143772374, 1],
  [0, 3, 0, 0.5614970317550455],
  [1, 3, 0.06149194472039623, 0.7923403991979523],
  [3, 4, 0.3006418425824019, 0.9544127391902995],
  [5, 10, 0.23659309051256397, 0.7634069094874361],
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.062386399530736276, 0.16048724172330803],
  [29, 29, 0.8830302015002592, 1],
  [500_000, 1_000_000, 0.4990200198900048, 0.5009799801099952],
  [999_999, 1_000_000, 0.9999943350881957, 0.9999998234754233],
];

/** From sums of whole binomial coefficients, as fractions. */
const medians: readonly [n: number, rank: number | null][] = [
  [0, null],
  [1, null],
  [5, null],
  [6, 1],
  [8, 1],
  [9, 2],
  [11, 2],
  [15, 4],
  [16, 4],
  [17, 5],
  [25, 8],
  [50, 18],
  [99, 40],
  [100, 40],
  [101, 41],
  [1000, 469],
  [1001, 470],
  [4999, 2430],
  [10_000, 4902],
];

describe('the interval of a share', () => {
  it.each(shares)('%d of %d lies within Wilson’s bounds', (hits, n, low, high) => {
    const interval = shareInterval(hits, n);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it('is none where there is nothing', () => {
    expect(shareInterval(0, 0)).toEqual({ low: null, high: null, small: true });
  });

  it('is of few rows below ten', () => {
    expect([shareInterval(4, 9).small, shareInterval(4, 10).small]).toEqual([true, false]);
  });
});

describe('the interval of a median', () => {
  it.each(medians)('of %d values begins at rank %p', (n, rank) => {
    expect(medianRank(n)).toBe(rank);
  });

  it('never misses more often than it says: the chance at every n up to 300, by whole numbers', () => {
    for (let n = 6; n <= 300; n++) {
      const rank = medianRank(n) ?? 0;
      expect([n, missing(n, rank) * 40n <= 2n ** BigInt(n), missing(n, rank + 1) * 40n > 2n ** BigInt(n)]).toEqual([n, true, true]);
    }
  });

  it('of many values begins where whole numbers say, also where the reckoned rank is in doubt', () => {
    // 2^1500 has 452 digits: the sums are of every coefficient
    for (const n of [1001, 1002, 1100, 1499, 1500]) {
      const rank = medianRank(n) ?? 0;
      expect([n, missing(n, rank) * 40n <= 2n ** BigInt(n), missing(n, rank + 1) * 40n > 2n ** BigInt(n)]).toEqual([n, true, true]);
    }
  });

  it('is the values at those ranks, in the unit of the answer', () => {
    const tally = new DistributionTally(1000);
    // 1 s, 2 s … 17 s, from the largest: ranks 5 and 13
    for (let seconds = 17; seconds >= 1; seconds--) tally.add(valued(seconds * 1000));
    expect(tally.parts()).toMatchObject([{ value: 9, n: 17, fields: { low: 5, high: 13, small: false } }]);
    for (let seconds = 17; seconds > 6; seconds--) tally.remove(valued(seconds * 1000));
    expect(tally.parts()).toMatchObject([{ value: 3.5, n: 6, fields: { low: 1, high: 6, small: true } }]);
    tally.remove(valued(1000));
    expect(tally.parts()).toMatchObject([{ value: 4, n: 5, fields: { low: null, high: null, small: true } }]);
  });
});

/** 2^n times the chance that fewer than `rank` of n values lie below the median. */
function missing(n: number, rank: number): bigint {
  let ways = 1n;
  let sum = 0n;
  for (let k = 0n; k < BigInt(rank); k++) {
    sum += ways;
    ways = (ways * (BigInt(n) - k)) / (k + 1n);
  }
  return sum;
}

const valued = (value: number): FactView => ({
  subject: 'ada',
  kind: 'response',
  from: 0,
  at: 0,
  until: null,
  since: null,
  due: null,
  value,
  item: null,
  part: null,
  excluded: null,
  outcome: null,
  touchChannel: null,
  team: null,
  rep: null,
  origin: null,
  campaign: null,
  channel: null,
  segment: null,
  product: null,
  pipeline: null,
  stage: null,
  currency: null,
});
