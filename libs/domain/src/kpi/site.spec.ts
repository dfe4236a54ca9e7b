import { buildConfiguration } from '../configuration/build-configuration.js';
import { emptyConfiguration } from '../configuration/configuration.js';
import type { Weekday } from '../events/configuration-events.js';
import { subject } from '../testing/story.js';
import { siteOf, weekStartOf } from './site.js';

describe('the site', () => {
  it('is UTC, Monday and no currency until it is set', () => {
    expect(siteOf(emptyConfiguration)).toEqual({ zone: 'UTC', weekStart: 0, currency: null });
  });

  it('is its latest version, for all times', () => {
    const set = { name: 'S', zone: 'Asia/Tokyo', locale: 'de-DE', currency: 'JPY' };
    const { events } = subject('site')
      .tell('site.set', '09:00', set)
      .tell('site.set', 'tue 09:00', { ...set, week_start: 'sat' });
    expect(siteOf(buildConfiguration(events))).toEqual({ zone: 'Asia/Tokyo', weekStart: 5, currency: 'JPY' });
  });

  it.each<[number, Weekday]>([
    [0, 'mon'],
    [1, 'tue'],
    [2, 'wed'],
    [3, 'thu'],
    [4, 'fri'],
    [5, 'sat'],
    [6, 'sun'],
  ])('counts the days of a week from Monday: %d is %s', (place, day) => {
    const set = { name: 'S', zone: 'UTC', locale: 'en-US', currency: 'EUR', week_start: day };
    expect(siteOf(buildConfiguration(subject('site').tell('site.set', '09:00', set).events)).weekStart).toBe(place);
  });

  it('begins its week as its locale does', () => {
    expect(['en-US', 'en', 'de-DE', 'ar-EG', 'pt-PT', 'dv-MV', 'no locale at all'].map(weekStartOf)).toEqual([
      'sun',
      'sun',
      'mon',
      'sat',
      'sun',
      'fri',
      'mon',
    ]);
  });
});
