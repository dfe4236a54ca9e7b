import { CauseCounts } from './cause-counts.js';
import { GapBook, type StaffingGap } from './gap-book.js';

const tuesday = 24;
/** Late leads of gaps: cause, team, calendars, hour of the week. */
const gapsOf = (...late: readonly Parameters<GapBook['add']>[]): readonly StaffingGap[] => {
  const book = new GapBook();
  for (const one of late) book.add(...one);
  return book.inOrder();
};

describe('the gaps of a week', () => {
  it('are none without a late lead', () => {
    expect(gapsOf()).toEqual([]);
  });

  it('are apart by cause, by team, and by the calendars that leave them', () => {
    const gaps = gapsOf(
      ['hours', 'north', ['desk'], 9],
      ['day_off', 'north', ['desk'], 9],
      ['hours', null, ['desk'], 9],
      ['hours', 'north', ['desk', 'night'], 9],
      ['hours', 'north', ['desk'], 9],
    );
    expect(gaps.map(({ cause, team, calendars, late }) => [cause, team, calendars.join('+'), late])).toEqual([
      ['hours', 'north', 'desk', 2],
      ['day_off', 'north', 'desk', 1],
      ['hours', 'north', 'desk+night', 1],
      ['hours', null, 'desk', 1],
    ]);
  });

  it('have the hours that follow each other on one day together, in the order of the week, whichever came first', () => {
    const [gap] = gapsOf(
      ['hours', 'north', [], tuesday + 1],
      ['hours', 'north', [], 23],
      ['hours', 'north', [], tuesday],
      ['hours', 'north', [], tuesday + 3],
      ['hours', 'north', [], 22],
      ['hours', 'north', [], tuesday + 1],
      // the same hour of another day follows nothing
      ['hours', 'north', [], 2 * tuesday + 4],
    );
    expect(gap).toMatchObject({
      late: 7,
      hours: [
        { weekday: 0, from: 22, to: 24, late: 2 },
        { weekday: 1, from: 0, to: 2, late: 3 },
        { weekday: 1, from: 3, to: 4, late: 1 },
        { weekday: 2, from: 4, to: 5, late: 1 },
      ],
    });
  });

  it('of as many late leads stand in an order of their own, whichever came first', () => {
    const one: Parameters<GapBook['add']> = ['away', 'south', [], 9];
    const two: Parameters<GapBook['add']> = ['away', 'north', [], 9];
    for (const gaps of [gapsOf(one, two), gapsOf(two, one)]) expect(gaps.map(({ team }) => team)).toEqual(['north', 'south']);
  });
});

describe('late leads by their causes', () => {
  it('stand the most first, equal ones gaps of calendars before people who were there', () => {
    const counts = new CauseCounts();
    expect([counts.all, counts.inOrder()]).toEqual([0, []]);
    counts.add('there');
    counts.add('nobody');
    counts.add('away', 3);
    const sum = new CauseCounts();
    sum.add('nobody', 0);
    sum.addAll(counts);
    sum.addAll(counts);
    expect(sum.all).toBe(10);
    expect(sum.inOrder()).toEqual([
      { cause: 'away', late: 6 },
      { cause: 'nobody', late: 2 },
      { cause: 'there', late: 2 },
    ]);
    expect(counts.all).toBe(5);
  });
});
