import { Progress } from './progress.js';

const reaching = (next: number) => [{ partition: 3, first: 0, next }];
const at = (position: number) => [{ partition: 3, position }];

describe('progress of a consumer', () => {
  it('is none when records were there at two looks and the position is the same', () => {
    const progress = new Progress();
    expect(progress.stuck(reaching(10), at(9), 1)).toEqual([]);
    expect(progress.stuck(reaching(10), at(9), 1)).toEqual([3]);
  });

  it.each([
    ['moved between the looks', 8, 9, 10],
    ['had nothing to do at the first look', 10, 10, 11],
    ['is at the end now', 9, 10, 10],
  ])('is there when the consumer %s', (_, before, now, next) => {
    const progress = new Progress();
    progress.stuck(reaching(before === 10 ? 10 : next), at(before), 1);
    expect(progress.stuck(reaching(next), at(now), 1)).toEqual([]);
  });

  it('begins anew after a rebalance', () => {
    const progress = new Progress();
    progress.stuck(reaching(10), at(9), 1);
    progress.forget();
    expect(progress.stuck(reaching(10), at(9), 1)).toEqual([]);
  });

  it('is not asked of a partition whose follower has records in hand', () => {
    const progress = new Progress();
    progress.stuck(reaching(10), [], 1);
    expect(progress.stuck(reaching(10), [], 1)).toEqual([]);
  });

  it('is waited for longer while other partitions are handed over', () => {
    const progress = new Progress();
    for (let look = 0; look < 6; look++) expect(progress.stuck(reaching(10), at(9), 6)).toEqual([]);
    expect(progress.stuck(reaching(10), at(9), 6)).toEqual([3]);
  });
});
