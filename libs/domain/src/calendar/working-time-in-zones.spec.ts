import type { CalendarSettings, Version } from '../configuration/configuration.js';
import { calendarSettings } from '../configuration/settings.js';
import type { DataOf } from '../events/catalogue.js';
import { addWorking, workingBetween } from './working-time.js';

const minute = 60_000;
const hour = 60 * minute;
const utc = (text: string): number => Date.parse(`${text}Z`);
type Hours = [string, string][];

function calendar(zone: string, week: DataOf<'calendar.set'>['week'], ...holidays: string[]): Version<CalendarSettings>[] {
  const value = calendarSettings({ zone, week, holidays: holidays.map((date) => ({ date, name: 'holiday' })) });
  return [{ effect: 0, time: 0, source: '/s', id: '1', value }];
}
const everyDay = (hours: Hours) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });
/** Open hours of one date, by UTC's clock: all spans between two instants, found minute by minute. */
function spans(of: Version<CalendarSettings>[], from: string, until: string): string[] {
  const found: string[] = [];
  let open = '';
  const shortly = (at: number) => new Date(at).toISOString().slice(11, 16);
  for (let at = utc(from); at <= utc(until); at += minute) {
    const is = at < utc(until) && workingBetween(of, at, at + minute) === minute;
    if (is && open === '') open = shortly(at);
    if (!is && open !== '') {
      found.push(`${open}-${shortly(at)}`);
      open = '';
    }
  }
  return found;
}

describe('a day of 23 or 25 hours', () => {
  const always = calendar('Europe/Berlin', everyDay([['00:00', '24:00']]));

  it('is open for so long when it is open all day', () => {
    expect(workingBetween(always, utc('2026-03-28T23:00'), utc('2026-03-29T22:00'))).toBe(23 * hour);
    expect(workingBetween(always, utc('2026-10-24T22:00'), utc('2026-10-25T23:00'))).toBe(25 * hour);
    expect(addWorking(always, utc('2026-10-24T22:00'), 25 * hour)).toBe(utc('2026-10-25T23:00'));
  });

  it('moves a deadline by the hour that is missing, or comes twice, within the hours', () => {
    const night = calendar('Europe/Berlin', { sat: [['22:00', '24:00']], sun: [['00:00', '06:00']] });
    expect(addWorking(night, utc('2026-03-28T21:00'), 6 * hour)).toBe(utc('2026-03-29T03:00'));
    expect(addWorking(night, utc('2026-10-24T20:00'), 6 * hour)).toBe(utc('2026-10-25T02:00'));
    expect(addWorking(night, utc('2026-03-21T21:00'), 6 * hour)).toBe(utc('2026-03-22T03:00'));
  });
});

describe('hours that begin or end within the change of the clock', () => {
  const early = calendar('Europe/Berlin', { sun: [['01:00', '02:30']] });
  const late = calendar('Europe/Berlin', { sun: [['02:30', '04:00']] });

  it('lose what the clock jumps over', () => {
    expect(spans(early, '2026-03-29T00:00', '2026-03-29T12:00')).toEqual(['00:00-01:00']);
    expect(spans(late, '2026-03-29T00:00', '2026-03-29T12:00')).toEqual(['01:00-02:00']);
    expect(spans(calendar('Europe/Berlin', { sun: [['02:00', '03:00']] }), '2026-03-29T00:00', '2026-03-29T12:00')).toEqual([]);
  });

  it('are open both times that the clock shows them', () => {
    expect(spans(early, '2026-10-24T22:30', '2026-10-25T12:00')).toEqual(['23:00-00:30', '01:00-01:30']);
    expect(spans(late, '2026-10-24T22:30', '2026-10-25T12:00')).toEqual(['00:30-01:00', '01:30-03:00']);
  });

  it('know of half an hour, and of two hours', () => {
    const lordHowe = calendar('Australia/Lord_Howe', { sun: [['01:30', '03:00']] });
    expect(workingBetween(lordHowe, utc('2026-10-03T00:00'), utc('2026-10-05T00:00'))).toBe(hour);
    expect(workingBetween(lordHowe, utc('2026-04-04T00:00'), utc('2026-04-06T00:00'))).toBe(2 * hour);
    const troll = calendar('Antarctica/Troll', { sun: [['00:00', '06:00']] });
    expect(workingBetween(troll, utc('2026-03-28T12:00'), utc('2026-03-29T12:00'))).toBe(4 * hour);
    expect(workingBetween(troll, utc('2026-10-24T12:00'), utc('2026-10-25T12:00'))).toBe(8 * hour);
  });
});

describe('midnight', () => {
  it('may be missing, or come twice: until 24:00 ends with the day all the same', () => {
    const saoPaulo = calendar('America/Sao_Paulo', { sat: [['22:00', '24:00']], sun: [['00:00', '02:00']] });
    expect(workingBetween(saoPaulo, utc('2018-11-03T12:00'), utc('2018-11-04T12:00'))).toBe(3 * hour);
    expect(workingBetween(saoPaulo, utc('2018-02-17T12:00'), utc('2018-02-18T12:00'))).toBe(5 * hour);
    const havana = calendar('America/Havana', { sat: [['22:00', '24:00']], sun: [['00:00', '00:30']] });
    expect(spans(havana, '2018-11-03T12:00', '2018-11-04T12:00')).toEqual(['02:00-04:30', '05:00-05:30']);
  });

  it('may be followed by a minute of the day before', () => {
    const saturday = calendar('America/St_Johns', { sat: [['23:30', '24:00']] });
    expect(spans(saturday, '2010-11-07T00:00', '2010-11-07T12:00')).toEqual(['02:00-02:30', '03:00-03:30']);
  });

  it('joins two days that are open through it, over the turn of a year too', () => {
    const night = calendar(
      'Asia/Kathmandu',
      everyDay([
        ['00:00', '06:00'],
        ['22:00', '24:00'],
      ]),
    );
    expect(workingBetween(night, utc('2026-12-31T12:00'), utc('2027-01-01T12:00'))).toBe(8 * hour);
    expect(addWorking(night, utc('2026-12-31T17:15'), 8 * hour)).toBe(utc('2027-01-01T17:15'));
  });
});

describe('a date of the zone', () => {
  it('is a holiday by the zone’s clock, not by UTC’s', () => {
    const auckland = calendar('Pacific/Auckland', everyDay([['00:00', '24:00']]), '2026-07-10');
    expect(spans(auckland, '2026-07-09T06:00', '2026-07-10T18:00')).toEqual(['06:00-12:00', '12:00-18:00']);
    expect(workingBetween(auckland, utc('2026-07-09T12:00'), utc('2026-07-10T12:00'))).toBe(0);
  });

  it('that never came has no hours: Samoa went from Thursday to Saturday', () => {
    const apia = calendar('Pacific/Apia', { thu: [['09:00', '17:00']], fri: [['09:00', '17:00']] });
    expect(workingBetween(apia, utc('2011-12-29T00:00'), utc('2012-01-04T12:00'))).toBe(8 * hour);
    expect(addWorking(apia, utc('2011-12-29T19:00'), 9 * hour)).toBe(utc('2012-01-04T20:00'));
  });

  it('has its own local time before zones were agreed upon', () => {
    const moscow = calendar('Europe/Moscow', everyDay([['09:00', '17:00']]));
    expect(workingBetween(moscow, Date.UTC(1910, 5, 1), Date.UTC(1910, 5, 2))).toBe(8 * hour);
    expect(addWorking(moscow, Date.UTC(1910, 5, 1), 1)).toBe(Date.UTC(1910, 5, 1, 6, 29, 43) + 1);
  });
});
