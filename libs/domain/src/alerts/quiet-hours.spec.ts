import { quietUntil } from './quiet-hours.js';

const at = (time: string): number => Date.parse(time);
const iso = (instant: number): string => new Date(instant).toISOString();
const night = { from: 22 * 60, to: 7 * 60 };
const lunch = { from: 13 * 60, to: 14 * 60 };

describe('quiet hours', () => {
  it('hold back what falls due in them until they end', () => {
    expect(iso(quietUntil(lunch, 'UTC', at('2026-11-02T13:30:00Z')))).toBe('2026-11-02T14:00:00.000Z');
    expect(iso(quietUntil(lunch, 'Europe/Madrid', at('2026-11-02T12:00:00Z')))).toBe('2026-11-02T13:00:00.000Z');
  });

  it('begin at their first minute and have ended at their last', () => {
    for (const still of ['2026-11-02T12:59:59.999Z', '2026-11-02T14:00:00.000Z'])
      expect(iso(quietUntil(lunch, 'UTC', at(still)))).toBe(still);
    expect(iso(quietUntil(lunch, 'UTC', at('2026-11-02T13:00:00Z')))).toBe('2026-11-02T14:00:00.000Z');
  });

  it('may go over midnight', () => {
    expect(iso(quietUntil(night, 'UTC', at('2026-11-02T23:00:00Z')))).toBe('2026-11-03T07:00:00.000Z');
    expect(iso(quietUntil(night, 'UTC', at('2026-11-03T06:59:00Z')))).toBe('2026-11-03T07:00:00.000Z');
    expect(iso(quietUntil(night, 'UTC', at('2026-11-03T07:00:00Z')))).toBe('2026-11-03T07:00:00.000Z');
    expect(iso(quietUntil(night, 'UTC', at('2026-11-03T21:59:00Z')))).toBe('2026-11-03T21:59:00.000Z');
  });

  it('are never there without any, nor with none of a minute', () => {
    const noon = at('2026-11-02T12:00:00Z');
    expect(quietUntil(null, 'UTC', noon)).toBe(noon);
    expect(quietUntil({ from: 720, to: 720 }, 'UTC', noon)).toBe(noon);
  });

  it('follow the wall clock through the nights in which it is changed', () => {
    // 29 March 2026: 02:00 is 03:00 in Madrid; 25 October: 03:00 is 02:00
    expect(iso(quietUntil(night, 'Europe/Madrid', at('2026-03-28T22:00:00Z')))).toBe('2026-03-29T05:00:00.000Z');
    expect(iso(quietUntil(night, 'Europe/Madrid', at('2026-10-24T22:00:00Z')))).toBe('2026-10-25T06:00:00.000Z');
    const leapt = { from: 60, to: 150 };
    expect(iso(quietUntil(leapt, 'Europe/Madrid', at('2026-03-29T00:30:00Z')))).toBe('2026-03-29T01:30:00.000Z');
  });
});
