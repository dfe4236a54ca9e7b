import { at } from '../testing/clock-time.js';
import type { Story } from '../testing/story.js';
import type { LateLead } from './late-clock.js';
import { type StaffingPicture, StaffingTally } from './staffing-picture.js';
import { late, open, rep, staffed, team } from './testing/staffed.js';

const floor = [
  open('long', ['08:00', '20:00']),
  open('desk', ['09:00', '13:00'], ['14:00', '18:00']),
  team('north', 'long'),
  rep('ana', 'north', { calendar: 'desk' }),
];

function tallyOf(stories: readonly Story[], zone = 'UTC'): StaffingTally {
  const { configuration, cover } = staffed(stories);
  return new StaffingTally(configuration, cover, { zone, from: at('mon 00:00'), to: at('mon+2 00:00') });
}

function pictureOf(leads: readonly LateLead[], zone?: string): StaffingPicture {
  const tally = tallyOf(floor, zone);
  for (const lead of leads) tally.addLate(lead);
  return tally.picture();
}

describe('a staffing picture', () => {
  it('of nothing has all hours, and nothing in them', () => {
    const { total, hours, worst, gaps } = pictureOf([]);
    expect(total).toEqual({ hours: 336, arrivals: 0, met: 0, late: 0, attainment: null, small: true, causes: [] });
    expect(hours).toHaveLength(168);
    expect(hours[9]).toEqual({ weekday: 0, hour: 9, ...total, hours: 2 });
    expect([worst, gaps]).toEqual([[], []]);
  });

  it('has arrivals and attainment by the hour of the arrival; fewer than ten deadlines are few', () => {
    const tally = tallyOf(floor);
    tally.addArrivals(9, 11);
    tally.addMet(9, 8);
    tally.addLate(late('09:10', '09:15'));
    expect(tally.picture().hours[9]).toMatchObject({ arrivals: 11, met: 8, late: 1, attainment: 8 / 9, small: true });
    tally.addLate(late('mon+1 09:10', 'mon+1 09:15'));
    expect(tally.picture().hours[9]).toMatchObject({ met: 8, late: 2, attainment: 0.8, small: false });
    expect(tally.picture().total).toMatchObject({ arrivals: 11, met: 8, late: 2, causes: [{ cause: 'there', late: 2 }] });
  });

  it('names the worst hours, by late leads, then by attainment, with their causes', () => {
    const tally = tallyOf(floor);
    tally.addMet(10, 5);
    for (const [arrived, due] of [
      ['10:00', '10:05'],
      ['12:56', '13:01'],
      ['tue 13:10', 'tue 13:15'],
      ['tue 13:58', 'tue 14:03'],
      ['12:30', '12:35'],
      ['12:30', '12:35'],
    ] as const)
      tally.addLate(late(arrived, due));
    expect(tally.picture().worst).toMatchObject([
      {
        weekday: 0,
        hour: 12,
        late: 3,
        causes: [
          { cause: 'there', late: 2 },
          { cause: 'hours', late: 1 },
        ],
      },
      { weekday: 1, hour: 13, late: 2, attainment: 0, causes: [{ cause: 'hours', late: 2 }] },
      { weekday: 0, hour: 10, late: 1, met: 5 },
    ]);
  });

  it('names of as many late leads the hour first that met fewer', () => {
    const tally = tallyOf(floor);
    for (const hour of [10, 11, 12]) tally.addLate(late(`${hour}:00`, `${hour}:05`));
    tally.addMet(10, 3);
    tally.addMet(11, 1);
    // no hour of the week
    tally.addMet(168, 1);
    tally.addArrivals(168, 1);
    const { worst, total } = tally.picture();
    expect(worst.map(({ hour, attainment }) => [hour, attainment])).toEqual([
      [12, 0],
      [11, 0.5],
      [10, 0.75],
    ]);
    expect(total).toMatchObject({ arrivals: 0, met: 4, late: 3 });
  });

  it('tells of ten worst hours, no more', () => {
    const many = Array.from({ length: 12 }, (_, index) => late(`${String(index + 10)}:00`, `${String(index + 10)}:05`));
    expect(pictureOf(many).worst).toHaveLength(10);
  });

  it('names gaps by cause, team and calendars: hours that follow each other on a day are one', () => {
    const { gaps } = pictureOf([
      late('12:56', '13:01'),
      late('13:10', '13:15'),
      late('tue 18:10', 'tue 18:15'),
      late('tue 19:10', 'tue 19:15'),
      late('tue 19:20', 'tue 19:25'),
      late('wed 03:00', 'wed 03:05', { team: null }),
      late('thu 10:00', 'thu 10:05'),
      late('fri 10:00', 'fri 10:05', { team: 'south' }),
    ]);
    expect(gaps).toEqual([
      {
        cause: 'hours',
        team: 'north',
        calendars: ['desk'],
        late: 5,
        hours: [
          { weekday: 0, from: 13, to: 14, late: 2 },
          { weekday: 1, from: 18, to: 20, late: 3 },
        ],
      },
      { cause: 'hours', team: null, calendars: ['desk'], late: 1, hours: [{ weekday: 2, from: 3, to: 4, late: 1 }] },
      { cause: 'nobody', team: 'south', calendars: [], late: 1, hours: [{ weekday: 4, from: 10, to: 11, late: 1 }] },
    ]);
  });

  it('is drawn in its zone: midnight there ends a day', () => {
    const { hours, gaps } = pictureOf([late('23:10', '23:15')], 'Europe/Berlin');
    expect(hours.filter(({ late: count }) => count > 0)).toMatchObject([{ weekday: 1, hour: 0 }]);
    expect(gaps).toMatchObject([{ hours: [{ weekday: 1, from: 0, to: 1 }] }]);
  });
});
