import { dateOf, offsetAt, startOf, startOfDate, startOfNext, toInstant, toWall, wallDay } from './zone.js';

const utc = (text: string): number => Date.parse(`${text}Z`);
const hour = 3_600_000;

describe('the wall clock of a zone', () => {
  it('stands ahead of UTC by the offset of the instant', () => {
    expect(offsetAt('Europe/Berlin', utc('2026-01-01T12:00'))).toBe(hour);
    expect(offsetAt('Europe/Berlin', utc('2026-07-01T12:00'))).toBe(2 * hour);
    expect(offsetAt('Asia/Kathmandu', utc('2026-07-01T12:00'))).toBe(5.75 * hour);
    expect(toWall('America/New_York', utc('2026-07-01T12:00'))).toBe(utc('2026-07-01T08:00'));
  });

  it('shows a time twice in autumn: the first is meant', () => {
    expect(toInstant('Europe/Berlin', utc('2026-10-25T02:30'))).toBe(utc('2026-10-25T00:30'));
    expect(toInstant('Europe/Berlin', utc('2026-10-25T03:00'))).toBe(utc('2026-10-25T02:00'));
  });

  it('jumps over times in spring: they are moved forward', () => {
    expect(toInstant('Europe/Berlin', utc('2026-03-29T02:30'))).toBe(utc('2026-03-29T01:30'));
    expect(toWall('Europe/Berlin', utc('2026-03-29T01:30'))).toBe(utc('2026-03-29T03:30'));
  });

  it('reads back what it shows, at every half hour of a year', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo']) {
      for (let instant = utc('2026-01-01T00:00'); instant < utc('2027-01-01T00:00'); instant += 1_800_000) {
        const wall = toWall(zone, instant);
        const back = toInstant(zone, wall);
        if (back !== instant) expect([toWall(zone, back), back < instant]).toEqual([wall, true]);
      }
    }
  });

  it('may change at a minute past midnight, as in Newfoundland in 2010', () => {
    expect(toWall('America/St_Johns', utc('2010-03-14T03:30:30'))).toBe(utc('2010-03-14T00:00:30'));
    expect(toWall('America/St_Johns', utc('2010-03-14T03:31'))).toBe(utc('2010-03-14T01:01'));
  });

  it('refuses a zone that is none', () => {
    expect(() => offsetAt('Europe/Nowhere', 0)).toThrow(RangeError);
  });
});

describe('periods of a zone', () => {
  const instant = utc('2026-11-04T23:30');

  it('begin on its own midnight', () => {
    expect(wallDay('Europe/Berlin', instant)).toEqual({ year: 2026, month: 11, day: 5 });
    expect(dateOf('Europe/Berlin', instant)).toBe('2026-11-05');
    expect(startOf('day', 'Europe/Berlin', instant)).toBe(utc('2026-11-04T23:00'));
    expect(startOfDate('Europe/Berlin', '2026-07-01')).toBe(utc('2026-06-30T22:00'));
  });

  it('are weeks from the day that the site says, months, quarters and years', () => {
    expect(startOf('week', 'UTC', instant)).toBe(utc('2026-11-02T00:00'));
    expect(startOf('week', 'UTC', instant, 6)).toBe(utc('2026-11-01T00:00'));
    expect(startOf('month', 'Europe/Berlin', instant)).toBe(utc('2026-10-31T23:00'));
    expect(startOf('quarter', 'Europe/Berlin', instant)).toBe(utc('2026-09-30T22:00'));
    expect(startOf('year', 'Europe/Berlin', instant)).toBe(utc('2025-12-31T23:00'));
  });

  it('follow each other, over a change of the clock too', () => {
    expect(startOfNext('day', 'Europe/Berlin', utc('2026-10-25T10:00'))).toBe(utc('2026-10-25T23:00'));
    expect(startOfNext('week', 'UTC', instant, -1)).toBe(utc('2026-10-26T00:00'));
    expect(startOfNext('month', 'UTC', instant, 2)).toBe(utc('2027-01-01T00:00'));
    expect(startOfNext('quarter', 'UTC', instant, -1)).toBe(utc('2026-07-01T00:00'));
    expect(startOfNext('year', 'UTC', instant)).toBe(utc('2027-01-01T00:00'));
  });
});
