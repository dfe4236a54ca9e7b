import { at } from '../testing/clock-time.js';
import type { Site } from './site.js';
import { spanBefore, spanOf, type WindowName } from './window.js';

const berlin: Site = { zone: 'Europe/Berlin', weekStart: 0, currency: null };
const utc: Site = { zone: 'UTC', weekStart: 0, currency: null };
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const span = (window: WindowName, asOf: string, site = utc): string[] => {
  const { from, to } = spanOf(window, at(asOf), site);
  return [iso(from), iso(to)];
};
const before = (window: WindowName | null, asOf: string, site = utc): string[] => {
  const { from, to } = spanBefore(window, spanOf(window ?? '24h', at(asOf), site), site);
  return [iso(from), iso(to)];
};

describe('windows', () => {
  it('roll back from as_of by their length', () => {
    expect(span('1h', '2026-11-05T12:30:00Z')).toEqual(['2026-11-05T11:30', '2026-11-05T12:30']);
    expect(span('24h', '2026-11-05T12:30:00Z')).toEqual(['2026-11-04T12:30', '2026-11-05T12:30']);
    expect(span('7d', '2026-11-05T12:30:00Z')).toEqual(['2026-10-29T12:30', '2026-11-05T12:30']);
    expect(span('28d', '2026-11-05T12:30:00Z')).toEqual(['2026-10-08T12:30', '2026-11-05T12:30']);
    expect(span('90d', '2026-11-05T12:30:00Z')).toEqual(['2026-08-07T12:30', '2026-11-05T12:30']);
  });

  it('of the calendar begin in the site’s zone and run to as_of', () => {
    expect(span('today', '2026-11-05T23:30:00Z', berlin)).toEqual(['2026-11-05T23:00', '2026-11-05T23:30']);
    expect(span('week', '2026-11-05T12:00:00Z')).toEqual(['2026-11-02T00:00', '2026-11-05T12:00']);
    expect(span('month', '2026-11-05T12:00:00Z', berlin)).toEqual(['2026-10-31T23:00', '2026-11-05T12:00']);
    expect(span('quarter', '2026-11-05T12:00:00Z')).toEqual(['2026-10-01T00:00', '2026-11-05T12:00']);
    expect(span('year', '2026-11-05T12:00:00Z')).toEqual(['2026-01-01T00:00', '2026-11-05T12:00']);
  });

  it('of the week begin on the site’s first day of it', () => {
    expect(span('week', '2026-11-05T12:00:00Z', { ...utc, weekStart: 6 })[0]).toBe('2026-11-01T00:00');
    expect(span('week', '2026-11-01T12:00:00Z', { ...utc, weekStart: 6 })[0]).toBe('2026-11-01T00:00');
  });

  it('have as period before the one of their length, or the previous one as far as this has run', () => {
    expect(before('24h', '2026-11-05T12:30:00Z')).toEqual(['2026-11-03T12:30', '2026-11-04T12:30']);
    expect(before(null, '2026-11-05T12:30:00Z')).toEqual(['2026-11-03T12:30', '2026-11-04T12:30']);
    expect(before('today', '2026-11-05T12:30:00Z')).toEqual(['2026-11-04T00:00', '2026-11-04T12:30']);
    expect(before('month', '2026-03-31T00:00:00Z')).toEqual(['2026-02-01T00:00', '2026-03-01T00:00']);
    expect(before('week', '2026-11-05T12:30:00Z', { ...utc, weekStart: 6 })).toEqual(['2026-10-25T00:00', '2026-10-29T12:30']);
    expect(before('quarter', '2026-11-05T12:30:00Z')).toEqual(['2026-07-01T00:00', '2026-08-05T12:30']);
    expect(before('year', '2026-11-05T12:30:00Z')).toEqual(['2025-01-01T00:00', '2025-11-05T12:30']);
  });
});
