import { at } from '../testing/clock-time.js';
import { spanLastYear, weekdaySpans } from './earlier-spans.js';
import type { Site } from './site.js';
import { type Span, spanBefore, spanOf, type WindowName } from './window.js';

const berlin: Site = { zone: 'Europe/Berlin', weekStart: 0, currency: null };
const utc: Site = { zone: 'UTC', weekStart: 0, currency: null };
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const shown = ({ from, to }: Span): string => `${iso(from)} ${iso(to)}`;
const between = (from: string, to: string): Span => ({ from: at(from), to: at(to) });

const weekdays = (window: WindowName, asOf: string, site: Site) => weekdaySpans(window, spanOf(window, at(asOf), site), site)?.map(shown);
const lastYear = (window: WindowName, asOf: string, site: Site) => shown(spanLastYear(window, spanOf(window, at(asOf), site), site));
const before = (window: WindowName, asOf: string, site: Site) => shown(spanBefore(window, spanOf(window, at(asOf), site), site));

describe('one period before', () => {
  it('a month that has run to the 31st is compared with all of February, and with no day of March', () => {
    expect(before('month', '2026-03-31T08:00:00Z', berlin)).toBe('2026-01-31T23:00 2026-02-28T23:00');
  });

  it('a day of 25 hours that has run 24.5 of them is compared with all of the day before', () => {
    expect(before('today', '2026-10-25T22:30:00Z', berlin)).toBe('2026-10-23T22:00 2026-10-24T22:00');
  });

  it('the day after one of 23 hours has run as many hours as it has', () => {
    expect(before('today', '2026-03-30T10:00:00Z', berlin)).toBe('2026-03-28T23:00 2026-03-29T11:00');
  });
});

describe('the same weekday of four weeks', () => {
  it('begins at its own midnight, before and after the clocks change, and has run as long', () => {
    // Monday, 2 November, 10:00 in Berlin: the clocks went back on 25 October
    expect(weekdays('today', '2026-11-02T09:00:00Z', berlin)).toEqual([
      '2026-10-25T23:00 2026-10-26T09:00',
      '2026-10-18T22:00 2026-10-19T08:00',
      '2026-10-11T22:00 2026-10-12T08:00',
      '2026-10-04T22:00 2026-10-05T08:00',
    ]);
  });

  it('is at the same time on the site’s clocks', () => {
    expect(weekdays('1h', '2026-11-02T09:00:00Z', berlin)?.slice(0, 2)).toEqual([
      '2026-10-26T08:00 2026-10-26T09:00',
      '2026-10-19T07:00 2026-10-19T08:00',
    ]);
  });

  it('of 24 hours is as long, also where the clocks changed between', () => {
    // Monday, 2 November, 10:00 in Berlin: a week before it was 24 hours too, though the Sunday had 25
    expect(weekdays('24h', '2026-11-02T09:00:00Z', berlin)).toEqual([
      '2026-10-25T09:00 2026-10-26T09:00',
      '2026-10-18T08:00 2026-10-19T08:00',
      '2026-10-11T08:00 2026-10-12T08:00',
      '2026-10-04T08:00 2026-10-05T08:00',
    ]);
  });

  it('of an hour that the clocks left out is empty, and not backwards', () => {
    // Sunday, 29 March 2026: there was no 02:30 in Berlin; a week later 02:15 to 02:30
    const spans = weekdaySpans(null, between('2026-04-05T00:15:00Z', '2026-04-05T00:30:00Z'), berlin);
    expect(spans?.map(({ from, to }) => to >= from)).toEqual([true, true, true, true]);
    expect(spans?.map(shown)[1]).toBe('2026-03-22T01:15 2026-03-22T01:30');
  });

  it('is there for a stretch of no more than a day, and for no longer one', () => {
    // all of Sunday, 25 October: 25 hours
    expect(weekdaySpans(null, between('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), berlin)?.map(shown)[0]).toBe(
      '2026-10-17T22:00 2026-10-18T22:00',
    );
    expect(weekdaySpans(null, between('2026-11-02T00:00:00Z', '2026-11-03T00:00:01Z'), utc)).toBeNull();
    for (const window of ['7d', '28d', '90d', 'week', 'month', 'quarter', 'year'] as const)
      expect(weekdays(window, '2026-11-02T09:00:00Z', utc)).toBeUndefined();
  });
});

describe('the same period of last year', () => {
  it('of a month is the month of that name as far as this one has run, a leap February too', () => {
    expect(lastYear('month', '2024-02-29T12:00:00Z', utc)).toBe('2023-02-01T00:00 2023-03-01T00:00');
    expect(lastYear('month', '2025-02-28T12:00:00Z', utc)).toBe('2024-02-01T00:00 2024-02-28T12:00');
  });

  it('of the 29th of February is the 28th', () => {
    expect(lastYear('today', '2024-02-29T12:00:00Z', utc)).toBe('2023-02-28T00:00 2023-02-28T12:00');
    expect(lastYear('24h', '2024-02-29T12:00:00Z', utc)).toBe('2023-02-27T12:00 2023-02-28T12:00');
  });

  it('of a week begins 52 weeks before, on the same weekday', () => {
    expect(lastYear('week', '2026-11-04T12:00:00Z', berlin)).toBe('2025-11-02T23:00 2025-11-05T12:00');
  });

  it('of a week that begins on Sunday begins on Sunday, and ends with its own', () => {
    const sundays: Site = { ...utc, weekStart: 6 };
    expect(lastYear('week', '2026-11-04T12:00:00Z', sundays)).toBe('2025-11-02T00:00 2025-11-05T12:00');
  });

  it('of a day is the day of that date, as far as this one has run', () => {
    expect(lastYear('today', '2026-11-05T12:00:00Z', berlin)).toBe('2025-11-04T23:00 2025-11-05T12:00');
    // 30 March 2025 had 23 hours: all of them by 23:30 of the day of that date a year later
    expect(lastYear('today', '2026-03-30T21:30:00Z', berlin)).toBe('2025-03-29T23:00 2025-03-30T22:00');
  });

  it('of a quarter and of a year has run as far', () => {
    expect(lastYear('quarter', '2026-11-05T12:00:00Z', utc)).toBe('2025-10-01T00:00 2025-11-05T12:00');
    expect(lastYear('year', '2024-12-31T12:00:00Z', utc)).toBe('2023-01-01T00:00 2024-01-01T00:00');
  });

  it('of a rolling window ends at the same time on the site’s clocks, and is as long', () => {
    // 29 March 2026: the clocks went forward that night; a year before they went on the 30th
    expect(lastYear('24h', '2026-03-29T10:00:00Z', berlin)).toBe('2025-03-28T11:00 2025-03-29T11:00');
  });

  it('of dates is between the same dates; a 29th of February keeps the length', () => {
    const dates = (from: string, to: string) => shown(spanLastYear(null, between(`${from}T00:00:00Z`, `${to}T00:00:00Z`), utc));
    expect(dates('2024-02-01', '2024-03-01')).toBe('2023-02-01T00:00 2023-03-01T00:00');
    expect(dates('2024-02-28', '2024-02-29')).toBe('2023-02-28T00:00 2023-03-01T00:00');
    expect(dates('2024-02-29', '2024-03-01')).toBe('2023-02-28T00:00 2023-03-01T00:00');
    expect(dates('2025-02-28', '2025-03-01')).toBe('2024-02-28T00:00 2024-03-01T00:00');
    expect(dates('2024-03-29', '2024-04-29')).toBe('2023-03-29T00:00 2023-04-29T00:00');
  });
});
