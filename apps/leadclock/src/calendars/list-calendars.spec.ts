import { sourceOf } from '@leadclock/domain/configuration/plan-holidays.js';
import type { EventOf } from '@leadclock/domain/events/event.js';
import { listCalendars } from './list-calendars.js';

const now = Date.parse('2026-05-01T22:30:00Z');
const entered = (subject: string, time: number, source: string, zone: string, ...dates: readonly string[]): EventOf<'calendar.set'> => ({
  id: `${time}`,
  source,
  subject,
  type: 'calendar.set',
  time,
  recordedTime: time,
  historical: false,
  data: {
    zone,
    week: {
      mon: [
        ['09:00', '13:00'],
        ['14:00', '17:30'],
      ],
      sun: [['00:00', '24:00']],
    },
    holidays: dates.map((date) => ({ date, name: `day ${date}` })),
  },
});

it('each calendar is listed as it is in force, with its holidays from today on by its own clock', () => {
  const tomorrow = entered('office', now - 1500, '/office', 'UTC');
  const events = [
    entered('office', now - 3000, '/office', 'UTC', '2026-06-30'),
    entered('office', now - 2000, sourceOf('de.ics'), 'UTC', '2026-10-03', '2026-06-30', '2026-05-01', '2026-04-03'),
    { ...tomorrow, data: { ...tomorrow.data, effective_from: new Date(now + 86_400_000).toISOString() } },
    entered('berlin', now - 1000, '/office', 'Europe/Berlin', '2026-05-01'),
  ];
  expect(listCalendars(events, now)).toEqual([
    { calendar: 'berlin', zone: 'Europe/Berlin', hours: 31.5, ahead: 0, imported: 0, next: null },
    { calendar: 'office', zone: 'UTC', hours: 31.5, ahead: 3, imported: 2, next: { date: '2026-05-01', name: 'day 2026-05-01' } },
  ]);
  expect(listCalendars([], now)).toEqual([]);
});
