import { writeInstant } from '../events/instant.js';
import { at } from '../testing/clock-time.js';
import { type Story, subject } from '../testing/story.js';
import { importSource, namedBy } from './holidays-named-by.js';
import { setBy } from './versions-ahead.js';

const [xmas, may, stock] = ['2026-12-25', '2027-05-01', '2026-11-30'];
const [hand, feed, other] = ['/office', `${importSource}feed`, `${importSource}other`];

/** The calendar is set by a source, with these days. */
const set = (story: Story, time: string, source: string, dates: readonly string[], from?: string): Story =>
  story.tell(
    'calendar.set',
    time,
    {
      zone: 'UTC',
      week: { mon: [['09:00', '17:00']] },
      holidays: dates.map((date) => ({ date, name: date })),
      ...(from !== undefined && { effective_from: writeInstant(at(from)) }),
    },
    { source },
  );
const office = subject('office');
const owners = ({ events }: Story) => Object.fromEntries(namedBy(setBy(events, 'calendar.set', 'office')));

describe('who brought a holiday', () => {
  it('is who named it first, whoever names it again', () => {
    const both = set(set(office, '08:00', hand, [stock]), '09:00', feed, [stock, xmas]);
    expect(owners(office)).toEqual({});
    expect(owners(both)).toEqual({ [stock]: hand, [xmas]: feed });
    expect(owners(set(both, '10:00', hand, [stock, xmas]))).toEqual({ [stock]: hand, [xmas]: feed });
    const unordered = { ...both, events: both.events.toReversed() };
    expect(namedBy(setBy(unordered.events, 'calendar.set', 'office')).get(stock)).toBe(hand);
  });

  it('is nobody once it is taken out, so that it is his who names it next', () => {
    const both = set(set(office, '08:00', hand, [stock, may]), '09:00', feed, [stock, may]);
    const without = set(both, '10:00', hand, [may]);
    expect(owners(without)).toEqual({ [may]: hand });
    expect(owners(set(without, '11:00', feed, [stock, may]))).toEqual({ [stock]: feed, [may]: hand });
    const dropped = set(set(office, '08:00', feed, [xmas, may]), '09:00', feed, [may]);
    expect(owners(set(dropped, '10:00', other, [xmas, may]))).toEqual({ [xmas]: other, [may]: feed });
  });

  it('is still who named it while it stands in a version that is to come, or in the one that holds', () => {
    const later = set(set(office, '08:00', hand, [stock]), '09:00', hand, [stock], '18:00');
    expect(owners(set(later, '10:00', other, []))).toEqual({ [stock]: hand });
    expect(owners(set(later, '10:00', other, [], '18:00'))).toEqual({ [stock]: hand });
    expect(owners(set(set(later, '10:00', other, []), '11:00', other, [], '18:00'))).toEqual({});
    // the version that is to come has no holiday, and the one of eight is gone at ten
    const none = set(set(office, '08:00', hand, [stock]), '09:00', hand, [], '18:00');
    expect([owners(none), owners(set(none, '10:00', hand, []))]).toEqual([{ [stock]: hand }, {}]);
    // the version of eight holds no longer at half past six
    expect(owners(set(set(later, '10:00', feed, [stock, xmas]), '18:30', hand, [stock]))).toEqual({ [stock]: hand });
    expect(owners(set(set(office, '08:00', hand, [stock]), '09:00', feed, [xmas], '18:00'))).toEqual({ [stock]: hand, [xmas]: feed });
    expect(owners(set(set(set(office, '08:00', hand, [stock]), '09:00', feed, [xmas], '18:00'), '18:30', feed, [xmas], '19:00'))).toEqual({
      [xmas]: feed,
    });
  });

  it('is told by when a clock ahead of ours was heard', () => {
    const ahead = office.tell(
      'calendar.set',
      '09:04',
      { zone: 'UTC', week: {}, holidays: [{ date: xmas, name: 'x' }] },
      { source: other, heard: '09:00' },
    );
    expect(owners(set(ahead, '09:02', feed, [xmas]))).toEqual({ [xmas]: other });
  });
});
