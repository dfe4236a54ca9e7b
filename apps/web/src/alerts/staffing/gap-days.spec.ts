import { gapSpans } from './gap-days.js';

const hours = (weekday: number, from: number, to: number, late = 1) => ({ weekday, from, to, late });

describe('the hours of a gap', () => {
  it('that are the same on days that follow each other are told once', () => {
    expect(gapSpans([hours(0, 13, 14), hours(1, 13, 14, 2), hours(2, 13, 14)])).toEqual([
      { days: [{ from: 0, to: 2 }], from: 13, to: 14, late: 4 },
    ]);
  });

  it('are apart where a day lies between, or the hours differ; the most late leads come first', () => {
    expect(gapSpans([hours(0, 13, 14), hours(2, 13, 14), hours(2, 18, 20, 5)])).toEqual([
      { days: [{ from: 2, to: 2 }], from: 18, to: 20, late: 5 },
      {
        days: [
          { from: 0, to: 0 },
          { from: 2, to: 2 },
        ],
        from: 13,
        to: 14,
        late: 2,
      },
    ]);
    expect(gapSpans([])).toEqual([]);
  });
});
