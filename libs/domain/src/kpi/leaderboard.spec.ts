import { leaderboard } from './leaderboard.js';

const group = (rep: string | null, value: number | null, n = 20) => ({ key: { rep }, value, n, excluded: {} });
const places = (...args: Parameters<typeof leaderboard>) => leaderboard(...args).map(({ rank, group: { key } }) => [rank, key['rep']]);
const more = { better: 'more', minimum: 0 } as const;

describe('a leaderboard', () => {
  it('gives equal values one rank, and goes on behind them', () => {
    expect(places([group('ana', 3), group('bo', 9), group('cy', 3), group('dee', 1)], more)).toEqual([
      [1, 'bo'],
      [2, 'ana'],
      [2, 'cy'],
      [4, 'dee'],
    ]);
  });

  it('puts the least first where less is better', () => {
    expect(places([group('ana', 3), group('bo', 9)], { ...more, better: 'less' })).toEqual([
      [1, 'ana'],
      [2, 'bo'],
    ]);
  });

  it('ranks neither nobody, nor who has no value, nor too few cases; it shows them', () => {
    const groups = [group(null, 99), group('ana', null, 0), group('bo', 5, 2), group('cy', 1, 3)];
    expect(places(groups, { ...more, minimum: 3 })).toEqual([
      [1, 'cy'],
      [null, null],
      [null, 'ana'],
      [null, 'bo'],
    ]);
  });

  it('never ranks a sample that calls itself small, and ranks what is none by whatever few rows', () => {
    const groups = [
      { ...group('ana', 0.9, 9), small: true },
      { ...group('bo', 0.5, 10), small: false },
    ];
    expect(places(groups, more)).toEqual([
      [1, 'bo'],
      [null, 'ana'],
    ]);
    // three deals, and twice the target
    expect(places([group('cy', 0.4, 30), group('dee', 2, 3)], more)).toEqual([
      [1, 'dee'],
      [2, 'cy'],
    ]);
  });

  it('never ranks money of one currency against that of another: what could not be converted comes after', () => {
    const paid = (currency: string | null, rep: string, value: number) => ({ ...group(rep, value), currency });
    expect(places([paid('EUR', 'ana', 10), paid('CHF', 'ana', 500), paid(null, 'bo', 0), paid('EUR', 'cy', 20)], more)).toEqual([
      [1, 'cy'],
      [2, 'ana'],
      [3, 'bo'],
      [null, 'ana'],
    ]);
    // who cost nothing may name no currency
    expect(places([paid(null, 'ana', 0), paid('EUR', 'bo', 30)], { ...more, better: 'less' })).toEqual([
      [1, 'ana'],
      [2, 'bo'],
    ]);
  });

  it('of nothing is empty', () => {
    expect(leaderboard([], more)).toEqual([]);
  });
});
