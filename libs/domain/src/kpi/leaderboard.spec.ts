import { leaderboard } from './leaderboard.js';

const group = (rep: string | null, value: number | null, n = 20) => ({ key: { rep }, value, n, excluded: {} });
const places = (...args: Parameters<typeof leaderboard>) => leaderboard(...args).map(({ rank, group: { key } }) => [rank, key['rep']]);
const more = { better: 'more', minimum: 0, unit: 'leads' } as const;

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

  it.each(['ratio', 'points'] as const)('never ranks %s of fewer than ten cases, exactly ten do', (unit) => {
    expect(places([group('ana', 1, 9), group('bo', 0.5, 10)], { ...more, unit })).toEqual([
      [1, 'bo'],
      [null, 'ana'],
    ]);
    expect(places([group('ana', 1, 9)], more)).toEqual([[1, 'ana']]);
  });

  it('never ranks a distribution of fewer than ten values, nor what calls itself small', () => {
    const groups = [
      { ...group('ana', 60, 9), median: 60 },
      { ...group('bo', 90, 10), median: 90 },
      { ...group('cy', 30, 50), small: true },
    ];
    expect(places(groups, { better: 'less', minimum: 0, unit: 's' })).toEqual([
      [1, 'bo'],
      [null, 'ana'],
      [null, 'cy'],
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
