import type { Trend } from './answers.js';
import { afterFirstDay, heatOf, pointsAtThisHour, pointsByDay, sameWeekdayMean, sinceFirstLead, sparkline } from './history.js';

const ZONE = 'Europe/Madrid';
const group = (value: number | null, n = 1, rep: string | null = null, met = 0) => ({ key: { rep }, value, n, met });
const day = (from: string, ...groups: Trend['buckets'][number]['groups']) => ({ from, to: from, groups });
const point = (when: string, value: number | null) => ({ day: when, value, n: 1 });

describe('the days before', () => {
  it('are days of the site', () => {
    const trend = { buckets: [day('2026-03-15T23:00:00Z', group(0.9)), day('2026-03-16T23:00:00Z', group(null, 0))] };
    expect(pointsByDay(trend, ZONE)).toEqual([
      { day: '2026-03-16', value: 0.9, n: 1 },
      { day: '2026-03-17', value: null, n: 0 },
    ]);
  });

  it('are one rep’s where his are asked for', () => {
    const trend = { buckets: [day('2026-03-16T12:00:00Z', group(0.5, 2, 'ana'), group(0.7, 3, 'luis'))] };
    expect(pointsByDay(trend, ZONE, 'luis')).toEqual([{ day: '2026-03-16', value: 0.7, n: 3 }]);
    expect(pointsByDay(trend, ZONE, 'eva')).toEqual([{ day: '2026-03-16', value: null, n: 0 }]);
  });

  it('of a stock are taken at the full hour that has passed, and never from later than now', () => {
    const at = (to: string, value: number) => ({ from: to, to, groups: [group(value)] });
    const trend = {
      buckets: [at('2026-03-16T12:00:00Z', 4), at('2026-03-16T13:00:00Z', 5), at('2026-03-17T13:00:00Z', 6), at('2026-03-17T13:32:00Z', 7)],
    };
    const now = Date.parse('2026-03-17T13:20:00Z');
    expect(pointsAtThisHour(trend, ZONE, now).map(({ day: when, value }) => [when, value])).toEqual([
      ['2026-03-16', 5],
      ['2026-03-17', 6],
    ]);
  });

  it('before the first lead are none at all', () => {
    const points = [point('2026-03-01', 0), point('2026-03-02', 0), point('2026-03-03', 2)];
    expect(sinceFirstLead(points, [point('2026-03-01', 0), point('2026-03-02', 3)])).toEqual(points.slice(1));
    expect(sinceFirstLead(points, [point('2026-03-01', 0)])).toEqual([]);
  });

  it('begin, for a stock, on the day after the first lead: at this hour of its own day it may not have come yet', () => {
    const points = [point('2026-03-01', 0), point('2026-03-02', 0), point('2026-03-03', 2)];
    expect(afterFirstDay(points, [point('2026-03-01', 0), point('2026-03-02', 3)])).toEqual(points.slice(2));
    expect(afterFirstDay(points, [])).toEqual([]);
  });
});

describe('the mean of the same weekday', () => {
  it('is over the four weeks before, without the day itself and days without a value', () => {
    const points = [
      point('2026-02-10', 100),
      point('2026-02-17', 1),
      point('2026-02-24', null),
      point('2026-03-03', 2),
      point('2026-03-09', 50),
      point('2026-03-10', 6),
      point('2026-03-17', 70),
    ];
    expect(sameWeekdayMean(points, '2026-03-17')).toBe(3);
  });

  it('is none where there was no such day', () => {
    expect(sameWeekdayMean([point('2026-03-16', 3), point('2026-03-10', null)], '2026-03-17')).toBeNull();
  });
});

describe('a sparkline', () => {
  it('ends with what is true now', () => {
    expect(sparkline([point('2026-03-15', 1), point('2026-03-16', null), point('2026-03-17', 9)], '2026-03-17', 4)).toEqual([1, null, 4]);
    expect(sparkline([], '2026-03-17', 4)).toEqual([4]);
  });
});

describe('weekdays by hour', () => {
  it('add up what was judged, Monday first', () => {
    const buckets = [
      day('2026-03-09T08:00:00Z', group(0.5, 4, null, 2)),
      day('2026-03-16T08:00:00Z', group(1, 6, null, 6)),
      day('2026-03-15T22:30:00Z', group(0, 1, null, 0)),
      day('2026-03-16T10:00:00Z', group(null, 0)),
    ];
    expect(heatOf({ buckets }, ZONE)).toEqual([
      { weekday: 0, hour: 9, met: 8, n: 10 },
      { weekday: 6, hour: 23, met: 0, n: 1 },
    ]);
  });
});
