import { offsetsOfYear, startOfYear } from './offsets-of-year.js';

const utc = (text: string): number => Date.parse(`${text}Z`);
const hour = 3_600_000;

describe('the offsets of a zone over a year', () => {
  it('are one where the clock never changes', () => {
    expect(offsetsOfYear('Asia/Kolkata', 2026)).toEqual([
      { from: utc('2026-01-01T00:00'), until: utc('2027-01-01T00:00'), offset: 5.5 * hour },
    ]);
  });

  it('change where the clock does, without a gap, and are the same list each time', () => {
    const berlin = offsetsOfYear('Europe/Berlin', 2026);
    expect(berlin).toEqual([
      { from: utc('2026-01-01T00:00'), until: utc('2026-03-29T01:00'), offset: hour },
      { from: utc('2026-03-29T01:00'), until: utc('2026-10-25T01:00'), offset: 2 * hour },
      { from: utc('2026-10-25T01:00'), until: utc('2027-01-01T00:00'), offset: hour },
    ]);
    expect(offsetsOfYear('Europe/Berlin', 2026)).toBe(berlin);
    expect(offsetsOfYear('Europe/Berlin', 2027)[0]?.from).toBe(utc('2027-01-01T00:00'));
    expect(offsetsOfYear('Europe/London', 2026)[0]?.offset).toBe(0);
  });

  it('leave out a day where a zone came to the other side of the date line', () => {
    const apia = offsetsOfYear('Pacific/Apia', 2011);
    expect(apia.at(-1)).toEqual({ from: utc('2011-12-30T10:00'), until: utc('2012-01-01T00:00'), offset: 14 * hour });
  });
});

it('a year begins on its first of January, the year 99 too', () => {
  expect([2026, 1970, 1900].map(startOfYear)).toEqual([utc('2026-01-01T00:00'), 0, utc('1900-01-01T00:00')]);
  expect(new Date(startOfYear(99)).toISOString()).toBe('0099-01-01T00:00:00.000Z');
});
