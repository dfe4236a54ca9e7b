import { daysOf, rangesOf } from './day-ranges.js';

it('days that follow each other are one range, over the ends of months and years too', () => {
  expect(rangesOf(['2027-01-01', '2026-12-30', '2026-12-31', '2027-01-03', '2027-01-01'])).toEqual([
    { from: '2026-12-30', to: '2027-01-01' },
    { from: '2027-01-03', to: '2027-01-03' },
  ]);
  expect(rangesOf([])).toEqual([]);
});

it('a range has its first and its last day; one that is reversed has none', () => {
  expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysOf({ from: '2028-02-28', to: '2028-02-28' })).toEqual(['2028-02-28']);
  expect(daysOf({ from: '2028-02-28', to: '2028-02-27' })).toEqual([]);
});
