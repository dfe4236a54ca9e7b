import { shownValue } from './shown-value.js';

it('waits and lateness are read in seconds, money in units of its currency, touches before a meeting as a count', () => {
  expect(shownValue('response', 90_500)).toBe(90.5);
  expect(shownValue('alert', 250)).toBe(0.25);
  expect(shownValue('close', 12_345_678)).toBe(1234.5678);
  expect(shownValue('meeting', 3)).toBe(3);
  expect(shownValue('close', null)).toBeNull();
});
