import { minutesOf, timeOf, writeTime } from './time-of-day.js';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['1730', '17:30'],
  [' 9.05 ', '09:05'],
  ['9:5', '9:5'],
  ['24', '24:00'],
  ['12 am', '00:00'],
  ['12:30 p.m.', '12:30'],
  ['5pm', '17:00'],
  ['13 pm', '13 pm'],
  ['25:00', '25:00'],
  ['noon', 'noon'],
  ['', ''],
])('who types “%s” means %s', (typed, time) => {
  expect(writeTime(typed)).toBe(time);
});

it('minutes of the day go to the end of the day and no further', () => {
  expect(['00:00', '09:05', '24:00', '24:01', '9:00', '10:60'].map(minutesOf)).toEqual([0, 545, 1_440, null, null, null]);
  expect([0, 545, 1_440].map(timeOf)).toEqual(['00:00', '09:05', '24:00']);
});
