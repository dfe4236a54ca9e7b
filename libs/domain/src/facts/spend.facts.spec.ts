import { at } from '../testing/clock-time.js';
import { factsOfStories } from '../testing/given.js';
import { type Story, subject } from '../testing/story.js';

const madrid = subject('site').tell('site.set', '08:00', { name: 'S', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const daysOf = (...stories: readonly Story[]) => factsOfStories(stories).filter(({ kind }) => kind === 'spend');

describe('facts of spend', () => {
  it('are one a day that add up exactly, whatever the amount leaves over', () => {
    const days = daysOf(subject('s').spent('08:00', 100.0001, '2026-11-02', '2026-11-08'));
    expect(days).toHaveLength(7);
    expect(days.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(1_000_001);
    expect(Math.max(...days.map(({ value }) => value ?? 0)) - Math.min(...days.map(({ value }) => value ?? 0))).toBe(1);
  });

  it('take money back evenly too', () => {
    expect(daysOf(subject('s').spent('08:00', -10, '2026-11-02', '2026-11-04')).map(({ value }) => value)).toEqual([
      -33_333, -33_333, -33_334,
    ]);
  });

  it('begin at the day’s start in the site’s zone, or when the spend is heard of', () => {
    const days = daysOf(madrid, subject('s').spent('tue 12:00', 3, '2026-11-02', '2026-11-04'));
    expect(days.map((day) => day.at)).toEqual(['2026-11-01T23:00:00Z', '2026-11-02T23:00:00Z', '2026-11-03T23:00:00Z'].map(at));
    expect(days.map((day) => day.from)).toEqual([at('tue 12:00'), at('tue 12:00'), at('2026-11-03T23:00:00Z')]);
  });

  it('are 25 hours apart where a clock goes back, and the day still has its share', () => {
    const days = daysOf(madrid, subject('s').spent('08:00', 3, '2026-10-25', '2026-10-26'));
    expect(days.map((day) => day.at)).toEqual(['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'].map(at));
  });

  it('are replaced from when the spend is recorded again', () => {
    const days = daysOf(subject('s').spent('08:00', 2, '2026-11-02', '2026-11-05').spent('tue 08:00', 9, '2026-11-02', '2026-11-02'));
    expect(days.map(({ value, from, until }) => ({ value, from, until }))).toEqual([
      { value: 5000, from: at('08:00'), until: at('tue 08:00') },
      { value: 5000, from: at('tue 00:00'), until: at('tue 08:00') },
      { value: 90_000, from: at('tue 08:00'), until: null },
    ]);
  });

  it('are a single excluded one of a spend that ends before it begins; one of a single day is its day', () => {
    expect(daysOf(subject('s').spent('08:00', 7, '2026-10-02', '2026-10-01'))).toMatchObject([
      { excluded: 'reversed_range', value: 70_000 },
    ]);
    expect(daysOf(subject('s').spent('08:00', 7, '2026-10-02', '2026-10-02'))).toMatchObject([{ excluded: null, value: 70_000 }]);
  });

  it('are a single excluded one of a spend over more than ten years', () => {
    expect(daysOf(subject('s').spent('08:00', 7, '1900-01-01', '2900-01-01'))).toMatchObject([{ excluded: 'too_long', value: 70_000 }]);
  });
});
