import { clockFormat, formatPercent, momentFormat, otherDayFormat, percentParts } from './formats.js';

const EARLY = Date.parse('2026-03-17T09:05:00+01:00');
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('the clock of the site', () => {
  it('has two digits each where the region counts to 24, and the 12-hour time where it does not', () => {
    expect(clockFormat('es-ES', 'Europe/Madrid')(EARLY)).toBe('09:05');
    expect(clockFormat('ru-RU', 'Europe/Moscow')(EARLY)).toBe('11:05');
    expect(plain(clockFormat('en-US', 'Europe/Madrid')(EARLY))).toBe('9:05 AM');
  });

  it('shows midnight as 00:00', () => {
    expect(clockFormat('en-GB', 'Europe/Madrid')(Date.parse('2026-03-17T00:00:00+01:00'))).toBe('00:00');
  });

  it('works on with a zone or a locale that nobody knows', () => {
    expect(clockFormat('ru-RU', 'Mars/Base')(EARLY)).toBe('08:05');
    expect(plain(clockFormat('C', 'UTC')(EARLY))).toBe('8:05 AM');
  });

  it('names the day where it is another one in the zone of the site', () => {
    const moment = momentFormat('en-GB', 'Europe/Madrid');
    expect(moment(EARLY, EARLY + 3_600_000)).toBe('09:05');
    expect(moment(EARLY, EARLY + 24 * 3_600_000)).toBe('17 Mar, 09:05');
    const otherDay = otherDayFormat('ru-RU', 'Europe/Madrid');
    expect(otherDay(EARLY, EARLY + 3_600_000)).toBeNull();
    expect(otherDay(EARLY, EARLY + 24 * 3_600_000)).toBe('17 мар.');
  });
});

describe('a share', () => {
  it('is written as the region does', () => {
    expect(formatPercent('en-GB', 0.92)).toBe('92%');
    expect(plain(formatPercent('ru-RU', 0.92))).toBe('92 %');
    expect(percentParts('en-GB', 0.92)).toEqual({ digits: '92', sign: '%', signFirst: false });
    expect(percentParts('es-ES', 1)).toEqual({ digits: '100', sign: '\u202f%', signFirst: false });
  });

  it('has its sign first where the region has', () => {
    expect(percentParts('tr-TR', 0.92)).toEqual({ digits: '92', sign: '%', signFirst: true });
  });
});
