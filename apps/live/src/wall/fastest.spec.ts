import { fastestReps } from './fastest.js';

const group = (rep: string | null, value: number | null, n: number) => ({ key: { rep }, value, n, excluded: {} });
const named = (rep: string) => rep.toUpperCase();

describe('the fastest reps', () => {
  it('are those with the lowest median, who answered at least three leads', () => {
    expect(fastestReps([group('ana', 90, 3), group('luis', 60, 4), group('eva', 1, 2)], named)).toEqual([
      { rank: 1, rep: 'LUIS', medianSeconds: 60, answered: 4 },
      { rank: 2, rep: 'ANA', medianSeconds: 90, answered: 3 },
    ]);
  });

  it('share a rank when they are equally fast, and the next rank is left out', () => {
    const groups = [group('a', 60, 3), group('b', 60, 5), group('c', 70, 3)];
    expect(fastestReps(groups, named).map(({ rank, rep }) => [rank, rep])).toEqual([
      [1, 'B'],
      [1, 'A'],
      [3, 'C'],
    ]);
  });

  it('are at most five, and never nobody', () => {
    const groups = [...'abcdefg'].map((rep, i) => group(rep, i, 3));
    expect(fastestReps([group(null, 0, 9), ...groups], named).map(({ rep }) => rep)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});
