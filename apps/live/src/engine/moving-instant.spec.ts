import { startOf, startOfNext } from '@leadclock/domain/calendar/zone.js';
import { buildConfiguration } from '@leadclock/domain/configuration/build-configuration.js';
import { type Site, siteOf } from '@leadclock/domain/kpi/site.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { subject } from '@leadclock/domain/testing/story.js';
import { assert, constantFrom, integer, property } from 'fast-check';
import { movingThrough } from './moving-instant.js';

const site: Site = siteOf(
  buildConfiguration(
    subject('site').tell('site.set', 'mon 00:00', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }).events,
  ),
);
const presents = [at('12:00'), at('2026-12-12T15:25:45.678Z'), at('2027-12-07T18:30:56.789Z')];
const through = (instantAt: (now: number) => number, window: Parameters<typeof movingThrough>[1]) =>
  movingThrough(
    presents.map((now) => ({ now, instant: instantAt(now) })),
    window,
    site,
  );
const monthOf = (now: number) => startOf('month', site.zone, now);
const nextMonth = (now: number) => startOfNext('month', site.zone, now);

describe('an instant that a question speaks of', () => {
  it('keeps its distance from the present, which passes an instant that much later', () => {
    const before = through((now) => now - 3_600_000, '24h');
    expect(before?.at(at('tue 10:00'))).toBe(at('tue 09:00'));
    expect(before?.reaches(at('tue 09:00'))).toBe(at('tue 10:00'));
  });

  it('stands at the start of the month that holds the present, until the next month begins', () => {
    const start = through((now) => monthOf(now) + 1, 'month');
    // Madrid is an hour ahead
    const [november, december] = [at('2026-10-31T23:00:00Z'), at('2026-11-30T23:00:00Z')];
    expect([start?.at(december - 1), start?.at(december)]).toEqual([november + 1, december + 1]);
    expect([november + 1, november + 2, december + 1].map((instant) => start?.reaches(instant))).toEqual([november, december, december]);
  });

  it('stands at the end of the month that holds the present, and so is there before', () => {
    const end = through(nextMonth, 'month');
    const [november, december] = [at('2026-10-31T23:00:00Z'), at('2026-11-30T23:00:00Z')];
    expect([end?.at(december - 1), end?.at(november)]).toEqual([december, december]);
    expect([december, december + 1].map((instant) => end?.reaches(instant))).toEqual([november, december]);
  });

  it('is nowhere to be known when it does neither', () => {
    expect(through(() => at('08:00'), 'today')).toBeNull();
    expect(through((now) => monthOf(now), 'week')).toBeNull();
    expect(through((now) => monthOf(now), null)).toBeNull();
    expect(through((now) => monthOf(now), '28d')).toBeNull();
  });

  it('is reached at the first present at which it lies there, and not a millisecond before', () => {
    const kinds = [
      through((now) => now - 7_654_321, null),
      through((now) => monthOf(now) + 1, 'month'),
      through((now) => nextMonth(now) - 1, 'month'),
      through((now) => startOf('day', site.zone, now), 'today'),
      through((now) => startOfNext('quarter', site.zone, now), 'quarter'),
    ].flatMap((kind) => (kind === null ? [] : [kind]));
    expect(kinds).toHaveLength(5);
    assert(
      property(constantFrom(...kinds), integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') }), (moving, instant) => {
        const first = moving.reaches(instant);
        expect(moving.at(first)).toBeGreaterThanOrEqual(instant);
        expect(moving.at(first - 1)).toBeLessThan(instant);
      }),
    );
  });
});
