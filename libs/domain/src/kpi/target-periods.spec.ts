import { wantedIn } from './target-periods.js';

const target = (from: number, to: number, units: number) => ({ from, to, units });
const year = { from: 0, to: 12 };

describe('what is wanted of a period', () => {
  it('is the target of just that period, whatever others lie in it', () => {
    expect(wantedIn([target(0, 6, 1), target(0, 12, 100), target(6, 12, 2)], year)).toBe(100);
  });

  it('is the sum of those that tile it, in any order', () => {
    expect(wantedIn([target(6, 12, 2), target(0, 3, 10), target(3, 6, 20)], year)).toBe(32);
  });

  it('is unknown while there is a gap, an overlap, or a target that reaches beyond it', () => {
    expect(wantedIn([target(0, 5, 1), target(6, 12, 2)], year)).toBeNull();
    expect(wantedIn([target(0, 7, 1), target(6, 12, 2)], year)).toBeNull();
    expect(wantedIn([target(0, 6, 1), target(6, 13, 2)], year)).toBeNull();
    expect(wantedIn([target(-1, 6, 1), target(6, 12, 2)], year)).toBeNull();
    expect(wantedIn([], year)).toBeNull();
  });

  it('is told by the fewest that tile it', () => {
    const months = Array.from({ length: 12 }, (_, month) => target(month, month + 1, 1));
    const quarters = [0, 3, 6, 9].map((month) => target(month, month + 3, 10));
    expect(wantedIn([...months, ...quarters], year)).toBe(40);
    expect(wantedIn([...quarters, ...months], year)).toBe(40);
    expect(wantedIn([...quarters.slice(1), ...months], year)).toBe(33);
  });

  it('is told by the fewest, also where another begins with a longer one', () => {
    const months = [8, 9, 10, 11].map((month) => target(month, month + 1, 1));
    expect(wantedIn([target(0, 8, 1), ...months, target(0, 6, 10), target(6, 12, 20)], year)).toBe(30);
  });

  it('is told by those whose earliest are the longest, where as many tile it', () => {
    const long = [target(0, 8, 1), target(8, 12, 2)];
    const short = [target(0, 4, 10), target(4, 12, 20)];
    expect(wantedIn([...long, ...short], year)).toBe(3);
    expect(wantedIn([...short, ...long], year)).toBe(3);
  });

  it('is nothing where the period is none, and is not told by targets of no length', () => {
    expect(wantedIn([target(3, 3, 5)], { from: 3, to: 3 })).toBeNull();
    expect(wantedIn([target(0, 6, 1), target(6, 6, 50), target(6, 12, 2)], year)).toBe(3);
  });
});
