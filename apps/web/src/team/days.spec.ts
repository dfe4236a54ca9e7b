import { addDays, dayIn, daysBetween, hourIn, weekBefore, weekdayOf, windowOf } from './days.js';

const NIGHT = Date.parse('2026-03-29T00:30:00Z');

describe('days of the site', () => {
  it('begin when they do in its zone', () => {
    expect(dayIn('America/Bogota', NIGHT)).toBe('2026-03-28');
    expect(dayIn('Asia/Tokyo', NIGHT)).toBe('2026-03-29');
    expect(hourIn('America/Bogota', NIGHT)).toBe(19);
    expect(hourIn('UTC', NIGHT)).toBe(0);
  });

  it('are counted by the calendar, over a change to summer time and over months', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-02-28', '2026-03-30')).toBe(30);
    expect(weekdayOf('2026-03-17')).toBe(2);
  });
});

describe('a period', () => {
  it('is asked for by days', () => {
    expect(windowOf('today', '2026-03-17')).toEqual({ window: 'today' });
    expect(windowOf('yesterday', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-03-01' });
    expect(windowOf('7d', '2026-03-17')).toEqual({ from: '2026-03-11' });
    expect(windowOf('30d', '2026-03-17')).toEqual({ from: '2026-02-16' });
  });

  it('of one day is compared with that day of the week before', () => {
    expect(weekBefore('today', '2026-03-17')).toEqual({ day: '2026-03-10', window: { from: '2026-03-10', to: '2026-03-11' } });
    expect(weekBefore('yesterday', '2026-03-17')?.day).toBe('2026-03-09');
    expect(weekBefore('7d', '2026-03-17')).toBeNull();
  });
});
