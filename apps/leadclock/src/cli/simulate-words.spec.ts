import { parseLength, parseSpeed, wholeFrom } from './simulate-words.js';

it('reads lengths of time in seconds, minutes, hours and days', () => {
  expect(['90s', '15m', '8h', '7d'].map(parseLength)).toEqual([90_000, 900_000, 28_800_000, 604_800_000]);
});

it.each(['', '5', '0m', '1.5h', '-1h', '1w', '1h30m', 'an hour'])('refuses %p as a length of time', (text) => {
  expect(() => parseLength(text)).toThrow('90s, 15m, 8h or 7d');
});

it('refuses a speed that is slower than time, or none', () => {
  expect(parseSpeed('1')).toBe(1);
  expect(parseSpeed('2.5')).toBe(2.5);
  for (const text of ['0.5', '0', '-3', 'fast', 'Infinity']) expect(() => parseSpeed(text)).toThrow('1 or more');
});

it('takes whole numbers from the least on', () => {
  const read = wholeFrom(1, 200);
  expect(['1', '200'].map(read)).toEqual([1, 200]);
  for (const text of ['0', '201', '1.5', 'x', '-1']) expect(() => read(text)).toThrow('give a whole number, 1 to 200');
});
