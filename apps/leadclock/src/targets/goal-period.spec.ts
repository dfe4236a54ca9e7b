import { calendarPeriod } from './goal-period.js';

it.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-11', '2026-11-01', '2026-11-30'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2028-02', '2028-02-01', '2028-02-29'],
])('%s is %s to %s', (text, from, to) => {
  expect(calendarPeriod(text)).toEqual({ from, to });
});

it.each(['26', '2026-13', '2026-00', '2026-Q5', '2026-q1', '2026-11-01', 'November', '0026', ''])('%j is no period', (text) => {
  expect(calendarPeriod(text)).toBeNull();
});
