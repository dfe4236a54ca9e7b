import { retryAfterMs } from './retry-after.js';

const now = Date.UTC(2026, 10, 2, 9, 5);
const minute = 60_000;

describe('how long an answer asks to be left alone', () => {
  it.each([
    ['120', 120_000],
    [' 30 ', 30_000],
    ['0', 5_000],
    ['86400', 3_600_000],
    [new Date(now + 2 * minute).toUTCString(), 2 * minute],
    [new Date(now - minute).toUTCString(), 5_000],
    ['9999999999', 3_600_000],
  ])('"%s" is bounded', (header, ms) => {
    expect(retryAfterMs(header, undefined, now)).toBe(ms);
  });

  it('counts a date from the clock of who answers, whose clock it is', () => {
    const there = now + 3 * 60 * minute;
    expect(retryAfterMs(new Date(there + minute).toUTCString(), new Date(there).toUTCString(), now)).toBe(minute);
  });

  it.each([undefined, '', 'soon', '-5', '1.5 s'])('%p is no wish', (header) => {
    expect(retryAfterMs(header, undefined, now)).toBeNull();
  });
});
