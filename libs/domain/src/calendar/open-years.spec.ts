import { calendarSettings } from '../configuration/settings.js';
import { openInYear, openYear } from './open-years.js';

const minute = 60_000;
/** Open every other half hour: 17,520 spans in a common year. */
const restless = (zone: string) => {
  const time = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  const hours = Array.from({ length: 48 }, (_, i): [string, string] => [time(i * 30), time(i * 30 + 15)]);
  return calendarSettings({
    zone,
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    holidays: [],
  });
};

describe('the years of a calendar', () => {
  it('are built once, and let go together when they are too many; their totals stay', () => {
    const settings = restless('UTC');
    const first = openYear(settings, 2026);
    expect(first.starts).toHaveLength(365 * 48);
    expect(openYear(settings, 2026)).toBe(first);
    expect(openInYear(settings, 2026)).toBe(365 * 48 * 15 * minute);
    for (let year = 2027; year < 2027 + 57; year += 1) openInYear(settings, year);
    expect(openYear(settings, 2026)).not.toBe(first);
    expect(openYear(settings, 2026)).toEqual(first);
  });
});
