import { at } from '@leadclock/domain/testing/clock-time.js';
import { readPeriod } from './read-period.js';

describe('the period of a replay', () => {
  const now = at('wed 12:00');
  const read = (from: string, to?: string, ...down: readonly string[]) =>
    readPeriod({ from, down, ...(to !== undefined && { to }) }, 'Europe/Madrid', now);

  it('begins with days of the zone of the site, and ends now at the latest', () => {
    expect(read('2026-11-03')).toEqual({ from: at('mon 23:00'), to: now, asOf: now, down: [] });
    expect(read('2026-11-02T09:00:00Z', '2026-11-03')).toMatchObject({ from: at('09:00'), to: at('mon 23:00'), asOf: now });
    expect(read('2026-11-02', '2026-12-01').to).toBe(now);
    expect(read('2026-11-02', undefined, '2026-11-03/2026-11-03T10:00:00Z').down).toEqual([{ from: at('mon 23:00'), to: at('tue 10:00') }]);
  });

  it('says what is wrong', () => {
    expect(() => read('yesterday')).toThrow('--from is no time');
    expect(() => read('2026-11-31')).toThrow('--from is a day that no calendar has');
    expect(() => read('2026-11-03', '2026-11-03')).toThrow('--from must lie before --to');
    expect(() => read('2026-12-01')).toThrow('--from lies in the future');
    expect(() => read('2026-11-02', undefined, '2026-11-03')).toThrow('--down must be two times');
    expect(() => read('2026-11-02', undefined, '2026-11-03/2026-11-02')).toThrow('--down must end after it begins');
  });
});
