import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { calendarSettings } from '../configuration/settings.js';
import type { DataOf } from '../events/catalogue.js';
import { clockChanges, openOn } from './clock-changes.js';
import { exampleDeadlines } from './example-deadlines.js';
import { openingAt } from './openings.js';

const utc = (text: string): number => Date.parse(`${text}Z`);
const minute = 60_000;
const settings = (zone: string, week: DataOf<'calendar.set'>['week'], ...holidays: string[]): CalendarSettings =>
  calendarSettings({ zone, week, holidays: holidays.map((date) => ({ date, name: 'holiday' })) });
const version = (value: CalendarSettings, effect = 0): Version<CalendarSettings> => ({
  effect,
  time: 0,
  source: '/s',
  id: `${effect}`,
  value,
});
const everyDay = (...hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });
const office = {
  mon: [['09:00', '18:00']],
  tue: [['09:00', '18:00']],
  wed: [['09:00', '18:00']],
  thu: [['09:00', '18:00']],
  fri: [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ],
} satisfies DataOf<'calendar.set'>['week'];

describe('whether a calendar is open', () => {
  const berlin = [version(settings('Europe/Berlin', office, '2026-11-30'))];
  const at = (text: string) => openingAt(berlin, utc(text));

  it('is said with when that ends: at the end of an interval, and over a holiday and a weekend', () => {
    expect(at('2026-11-27T08:00')).toEqual({ isOpen: true, until: utc('2026-11-27T11:00') });
    expect(at('2026-11-27T11:00')).toEqual({ isOpen: false, until: utc('2026-11-27T12:00') });
    expect(at('2026-11-27T16:59')).toEqual({ isOpen: true, until: utc('2026-11-27T17:00') });
    expect(at('2026-11-27T17:00')).toEqual({ isOpen: false, until: utc('2026-12-01T08:00') });
  });

  it('of one that is always open has no end, and of one whose other hours begin then', () => {
    const always = settings('Europe/Berlin', everyDay(['00:00', '24:00']));
    expect(openingAt([version(always)], utc('2026-12-31T22:00'))).toEqual({ isOpen: true, until: null });
    expect(openingAt(null, 0)).toEqual({ isOpen: true, until: null });
    const closes = [version(always), version(settings('Europe/Berlin', office), utc('2027-01-01T12:30'))];
    expect(openingAt(closes, utc('2026-12-31T22:00'))).toEqual({ isOpen: true, until: utc('2027-01-01T17:00') });
    expect(openingAt([version(settings('UTC', {}))], 0)).toEqual({ isOpen: false, until: null });
  });
});

describe('days on which the clock changes', () => {
  const year = (zone: string, of: number) => clockChanges(zone, Date.UTC(of, 0, 1), Date.UTC(of + 1, 0, 1));
  it.each([
    ['Europe/Berlin', 2026, ['2026-03-29 23 120-180', '2026-10-25 25 180-120']],
    ['Australia/Lord_Howe', 2026, ['2026-04-05 24.5 120-90', '2026-10-04 23.5 120-150']],
    ['America/Sao_Paulo', 2018, ['2018-02-17 25 0-1380', '2018-11-04 23 0-60']],
    ['America/St_Johns', 2010, ['2010-03-14 23 1-61', '2010-11-07 25 1-1381']],
    ['UTC', 2026, []],
  ])('of %s in %i', (zone, of, expected) => {
    expect(year(zone, of).map(({ date, hours, from, to }) => `${date} ${hours} ${from}-${to}`)).toEqual(expected);
  });

  it('are open for an hour less or more only where the hours hold the change', () => {
    const [spring, autumn] = year('Europe/Berlin', 2026);
    if (spring === undefined || autumn === undefined) throw new Error('none');
    const night = settings('Europe/Berlin', everyDay(['00:00', '06:00']));
    expect([openOn(night, spring), openOn(night, autumn)]).toEqual([
      { open: 300 * minute, onTheWall: 360 * minute },
      { open: 420 * minute, onTheWall: 360 * minute },
    ]);
    expect(openOn(settings('Europe/Berlin', everyDay(['09:00', '10:00'])), spring)).toEqual({ open: 60 * minute, onTheWall: 60 * minute });
  });
});

it('examples show a lead before the longest gap, and one in it', () => {
  const berlin = [version(settings('Europe/Berlin', office))];
  const [evening, night, ...more] = exampleDeadlines(berlin, utc('2026-11-23T10:00'), 5 * minute);
  expect(more).toEqual([]);
  expect(evening).toEqual({
    arrives: utc('2026-11-27T16:58'),
    due: utc('2026-11-30T08:03'),
    working: 5 * minute,
    wall: utc('2026-11-30T08:03') - utc('2026-11-27T16:58'),
  });
  expect(night?.due).toBe(utc('2026-11-30T08:05'));
  expect(exampleDeadlines(null, 0, 5 * minute)).toEqual([{ arrives: 0, due: 5 * minute, working: 5 * minute, wall: 5 * minute }]);
  expect(exampleDeadlines([version(settings('UTC', {}))], 0, 1)).toEqual([]);
});
