import { readDuration, writeDuration } from './duration.js';

it.each([
  ['5:00', 300],
  ['0:30', 30],
  ['90:00', 5_400],
  ['1:30:00', 5_400],
  ['5', 300],
  ['90 s', 90],
  ['5 min', 300],
  ['1h30m', 5_400],
  ['1 h 30 min', 5_400],
  ['5 мин', 300],
  ['2 d', 172_800],
  [' 0 ', 0],
])('%s is a duration', (typed, seconds) => {
  expect(readDuration(typed)).toBe(seconds);
});

it.each(['', 'soon', '5:7', '5:60', '1:60:00', '-5', '5 parsecs', '1.5', '5 min soon', '5 min, 3'])('%s is none', (typed) => {
  expect(readDuration(typed)).toBeNull();
});

it('what is written is read again', () => {
  for (const seconds of [0, 1, 59, 60, 3_599, 3_600, 5_400, 86_400, 360_001]) expect(readDuration(writeDuration(seconds))).toBe(seconds);
  expect([writeDuration(300), writeDuration(5_400)]).toEqual(['5:00', '1:30:00']);
});
