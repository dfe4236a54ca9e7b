import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { calendarSettings } from '../configuration/settings.js';
import { at } from '../testing/clock-time.js';
import { elapsedAt, runClock } from './clocks.js';

const minute = 60_000;
const day: [string, string][] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const value = calendarSettings({ zone: 'UTC', week: { mon: day, tue: day, wed: day }, holidays: [] });
const office: readonly Version<CalendarSettings>[] = [{ effect: 0, time: 0, source: '/s', id: '1', value }];
const pause = (from: string, until: string | null) => ({ from: at(from), until: until === null ? null : at(until) });
const due = (start: string, minutes: number, ...pauses: ReturnType<typeof pause>[]) =>
  runClock(at(start), minutes * minute, office, pauses).dueAt;

describe('a clock that runs in office hours', () => {
  it('takes a pause off once, the part of it outside of the hours not at all', () => {
    expect(due('17:50', 20)).toBe(at('tue 09:10'));
    expect(due('17:50', 20, pause('17:55', 'tue 09:05'))).toBe(at('tue 09:20'));
    expect(due('17:50', 20, pause('19:00', 'tue 08:00'))).toBe(at('tue 09:10'));
    expect(due('12:50', 20, pause('12:55', '13:30'))).toBe(at('14:15'));
  });

  it('has no deadline while it is paused at it, also when that was the end of the hours', () => {
    expect(due('17:50', 10, pause('18:00', null))).toBeNull();
    expect(due('17:50', 10, pause('18:00', 'tue 07:00'))).toBe(at('tue 07:00'));
    expect(due('17:50', 10, pause('18:00:00.001', null))).toBe(at('18:00'));
  });

  it('stands in the night on the working clock, and goes on on the wall', () => {
    const clock = runClock(at('17:50'), 20 * minute, office, [pause('17:55', '17:57')]);
    expect(elapsedAt(clock, office, at('17:56'))).toEqual({ worked: 5 * minute, waited: 5 * minute });
    expect(elapsedAt(clock, office, at('20:00'))).toEqual({ worked: 8 * minute, waited: 128 * minute });
    expect(elapsedAt(clock, office, at('tue 09:01'))).toEqual({ worked: 9 * minute, waited: (15 * 60 + 9) * minute });
    expect(elapsedAt(clock, office, at('17:00'))).toEqual({ worked: 0, waited: 0 });
  });
});
