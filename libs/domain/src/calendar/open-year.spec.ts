import { calendarSettings } from '../configuration/settings.js';
import { buildOpenYear, instantAfter, openBefore } from './open-year.js';

const utc = (text: string): number => Date.parse(`${text}Z`);
const hour = 3_600_000;

describe('a year of a calendar', () => {
  // 2026 begins on a Thursday; the 1st is a holiday
  const year = buildOpenYear(
    calendarSettings({
      zone: 'UTC',
      week: {
        thu: [
          ['09:00', '11:00'],
          ['12:00', '24:00'],
        ],
        fri: [['00:00', '01:00']],
      },
      holidays: [{ date: '2026-01-01', name: 'x' }],
    }),
    2026,
  );

  it('is a list of spans, joined over midnight, with the open time before each', () => {
    expect(Array.from(year.starts.slice(0, 4))).toEqual(
      ['2026-01-02T00:00', '2026-01-08T09:00', '2026-01-08T12:00', '2026-01-15T09:00'].map(utc),
    );
    expect(Array.from(year.ends.slice(0, 3))).toEqual(['2026-01-02T01:00', '2026-01-08T11:00', '2026-01-09T01:00'].map(utc));
    expect(Array.from(year.before.slice(0, 4), (open) => open / hour)).toEqual([0, 1, 3, 16]);
    // 52 Thursdays of 14 hours besides the holiday, the last one the 31st, and 52 Fridays of one
    expect(year.total / hour).toBe(52 * 14 + 52);
  });

  it('says how long it has been open before an instant', () => {
    const before = (text: string) => openBefore(year, utc(text)) / hour;
    expect(['2026-01-01T12:00', '2026-01-02T00:00', '2026-01-02T00:30', '2026-01-05T00:00', '2026-01-08T09:00'].map(before)).toEqual([
      0, 0, 0.5, 1, 1,
    ]);
    expect(['2026-01-08T10:00', '2026-01-08T11:30', '2026-01-08T13:00', '2027-01-01T00:00'].map(before)).toEqual([2, 3, 4, 780]);
  });

  it('says when it has been open for so long, at the very end of a span and not at the start of the next', () => {
    const after = (hours: number) => new Date(instantAfter(year, hours * hour)).toISOString().slice(0, 16);
    expect([0.5, 1, 1.5, 3, 16].map(after)).toEqual([
      '2026-01-02T00:30',
      '2026-01-02T01:00',
      '2026-01-08T09:30',
      '2026-01-08T11:00',
      '2026-01-09T01:00',
    ]);
    expect(instantAfter(year, year.total)).toBe(utc('2027-01-01T00:00'));
  });

  it('is open for nothing in a calendar without hours', () => {
    const closed = buildOpenYear(calendarSettings({ zone: 'UTC', week: {}, holidays: [] }), 2026);
    expect([closed.starts.length, closed.total, openBefore(closed, utc('2026-06-01T00:00'))]).toEqual([0, 0, 0]);
  });
});
