import { buildConfiguration } from '../configuration/build-configuration.js';
import { type Story, subject } from '../testing/story.js';
import { calendarZone } from './calendar-zone.js';

const site = subject('site').tell('site.set', '08:00', { name: 'Us', zone: 'Europe/Madrid', locale: 'es', currency: 'EUR' });
const office = (time: string, zone: string): Story => subject('office').tell('calendar.set', time, { zone, week: {}, holidays: [] });
const north = subject('north').tell('team.set', '08:00', { name: 'North' });
const zoneOf = (team: string | null, ...stories: readonly Story[]): string =>
  calendarZone(buildConfiguration(stories.flatMap(({ events }) => events)), team);

describe("the zone in which a team's week is shown", () => {
  const moved = north.tell('team.set', '09:00', { name: 'North', calendar: 'office' });

  it('is that of its calendar, as both were set last', () => {
    expect(zoneOf('north', site, office('08:00', 'America/Bogota'), moved)).toBe('America/Bogota');
    const later = office('08:00', 'UTC').tell('calendar.set', '10:00', { zone: 'Asia/Tokyo', week: {}, holidays: [] });
    expect(zoneOf('north', site, later, moved)).toBe('Asia/Tokyo');
    expect(zoneOf('north', site, later, moved.tell('team.set', '11:00', { name: 'North' }))).toBe('Europe/Madrid');
  });

  it('is that of the site for all teams together, and for one without a calendar that there is', () => {
    expect(zoneOf(null, site, office('08:00', 'UTC'), moved)).toBe('Europe/Madrid');
    expect([zoneOf('north', site, moved), zoneOf('north', site, north), zoneOf('west', site)]).toEqual(
      new Array<string>(3).fill('Europe/Madrid'),
    );
    expect(zoneOf('toString', site, office('08:00', 'Asia/Tokyo'))).toBe('Europe/Madrid');
  });
});
