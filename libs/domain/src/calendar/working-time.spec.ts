import fc from 'fast-check';
import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { calendarSettings } from '../configuration/settings.js';
import { at } from '../testing/clock-time.js';
import { addWorking, workingBetween } from './working-time.js';

const minute = 60_000;
const nineToFive: [string, string][] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const office = calendarSettings({
  zone: 'UTC',
  week: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: [['09:00', '15:00']] },
  holidays: [{ date: '2026-11-05', name: 'fair' }],
});
const closed = calendarSettings({ zone: 'UTC', week: {}, holidays: [] });
const version = (effect: number, value: CalendarSettings): Version<CalendarSettings> => ({
  effect,
  time: effect,
  source: '/s',
  id: `${effect}`,
  value,
});
const always = [version(0, office)];

describe('working time', () => {
  it('passes at every instant without a calendar', () => {
    expect(workingBetween(null, at('09:00'), at('09:05'))).toBe(5 * minute);
    expect(addWorking(null, at('09:00'), 5 * minute)).toBe(at('09:05'));
  });

  it('stands over lunch, nights, week-ends and holidays', () => {
    expect(workingBetween(always, at('12:50'), at('14:10'))).toBe(20 * minute);
    expect(workingBetween(always, at('17:45'), at('tue 09:10'))).toBe(25 * minute);
    expect(workingBetween(always, at('fri 14:55'), at('mon+1 09:05'))).toBe(10 * minute);
    expect(workingBetween(always, at('wed 17:45'), at('fri 09:10'))).toBe(25 * minute);
    expect(workingBetween(always, at('sat 10:00'), at('sun 10:00'))).toBe(0);
    expect(workingBetween(always, at('10:00'), at('09:00'))).toBe(0);
  });

  it('has passed at the very end of the office hours, not at the next morning', () => {
    expect(addWorking(always, at('17:55'), 5 * minute)).toBe(at('18:00'));
    expect(addWorking(always, at('17:55'), 5 * minute + 1)).toBe(at('tue 09:00:00.001'));
    expect(addWorking(always, at('sat 12:00'), 5 * minute)).toBe(at('mon+1 09:05'));
  });

  it('follows the version in force at the instant', () => {
    const shorter = calendarSettings({ zone: 'UTC', week: { mon: nineToFive, tue: [['10:00', '11:00']] }, holidays: [] });
    const versions = [version(at('12:00'), office), version(at('tue 10:30'), shorter)];
    expect(workingBetween(versions, at('08:00'), at('wed 00:00'))).toBe((8 * 60 + 90 + 30) * minute);
    expect(addWorking(versions, at('17:00'), 170 * minute)).toBe(at('tue 10:50'));
  });

  it('is never reached in a calendar without an open hour', () => {
    expect(addWorking([version(0, closed)], at('09:00'), 1)).toBeNull();
    expect(workingBetween([version(0, closed)], at('09:00'), at('sun 09:00'))).toBe(0);
    expect(addWorking([version(0, closed), version(at('2028-11-06T00:00Z'), office)], at('09:00'), 1)).toBe(at('2028-11-06T09:00:00.001Z'));
  });

  it('is found however far away it lies, and never after the year 9999', () => {
    const mondays = [version(0, calendarSettings({ zone: 'UTC', week: { mon: [['09:00', '10:00']] }, holidays: [] }))];
    expect(addWorking(mondays, at('09:00'), 1000 * 60 * minute)).toBe(at('mon+999 10:00'));
    expect(workingBetween(mondays, at('1900-01-01T00:00Z'), at('mon 00:00'))).toBe(6618 * 60 * minute);
    expect(workingBetween(mondays, at('1900-01-01T00:00Z'), at('9999-12-31T23:59Z'))).toBe(422_638 * 60 * minute);
    expect(addWorking(mondays, at('1900-01-01T00:00Z'), 422_638 * 60 * minute)).toBe(at('9999-12-27T10:00Z'));
    expect(addWorking(mondays, at('1900-01-01T00:00Z'), 422_638 * 60 * minute + 1)).toBeNull();
  });

  it('waits through years of holidays', () => {
    const days = Array.from({ length: 800 }, (_, i) => new Date(at('00:00') + i * 24 * 60 * minute).toISOString().slice(0, 10));
    const away = calendarSettings({ zone: 'UTC', week: { mon: nineToFive }, holidays: days.map((date) => ({ date, name: 'away' })) });
    expect(workingBetween([version(0, away)], at('00:00'), at('2029-01-14T00:00Z'))).toBe(0);
    expect(addWorking([version(0, away)], at('00:00'), 1)).toBe(at('2029-01-15T09:00:00.001Z'));
  });

  it('counts touching intervals as one, and the evening until midnight', () => {
    const halves = calendarSettings({
      zone: 'UTC',
      week: {
        mon: [
          ['09:00', '13:00'],
          ['13:00', '24:00'],
        ],
        tue: [['00:00', '01:00']],
      },
      holidays: [],
    });
    expect(workingBetween([version(0, halves)], at('12:59'), at('13:01'))).toBe(2 * minute);
    expect(addWorking([version(0, halves)], at('12:00'), 60 * minute)).toBe(at('13:00'));
    expect(addWorking([version(0, halves)], at('12:00'), 12 * 60 * minute)).toBe(at('tue 00:00'));
    expect(addWorking([version(0, halves)], at('12:00'), 12 * 60 * minute + 1)).toBe(at('tue 00:00:00.001'));
  });

  it('lets the last of several versions of one instant hold from there, the first before', () => {
    const versions = [version(at('tue 00:00'), closed), version(at('tue 00:00'), closed), version(at('tue 00:00'), office)];
    expect(addWorking(versions, at('09:00'), 1)).toBe(at('tue 09:00:00.001'));
    expect(workingBetween(versions, at('09:00'), at('tue 10:00'))).toBe(60 * minute);
  });

  it('keeps office hours when the clock of the zone changes', () => {
    const berlin = calendarSettings({ zone: 'Europe/Berlin', week: { sun: [['00:00', '06:00']] }, holidays: [] });
    expect(workingBetween([version(0, berlin)], at('2026-10-24T00:00Z'), at('2026-10-26T12:00Z'))).toBe(7 * 60 * minute);
    expect(workingBetween([version(0, berlin)], at('2026-03-28T00:00Z'), at('2026-03-30T12:00Z'))).toBe(5 * 60 * minute);
  });

  it('adding a length reaches the first instant between which and the start just so much lies', () => {
    const anyInstant = fc.integer({ min: at('00:00'), max: at('sun 23:59') });
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 40 * 60 * minute }), (from, length) => {
        const end = addWorking(always, from, length) ?? 0;
        expect(workingBetween(always, from, end)).toBe(length);
        expect(workingBetween(always, from, end - 1)).toBe(length - 1);
      }),
    );
  });

  it('is the same in one piece and in two, wherever it is cut', () => {
    const anyInstant = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2029-01-01T00:00Z') });
    const changing = [version(0, office), version(at('2025-06-04T10:00Z'), closed), version(at('2027-03-31T10:00Z'), office)];
    fc.assert(
      fc.property(fc.array(anyInstant, { minLength: 3, maxLength: 3 }), (instants) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((x, y) => x - y);
        expect(workingBetween(changing, a, b) + workingBetween(changing, b, c)).toBe(workingBetween(changing, a, c));
        const passed = workingBetween(changing, a, c);
        const end = addWorking(changing, a, passed) ?? 0;
        expect(workingBetween(changing, a, end)).toBe(passed);
        expect(end).toBeLessThanOrEqual(c);
      }),
    );
  });
});
