import { dateOf } from '@leadclock/domain/calendar/zone.js';
import { buildConfiguration, standing } from '@leadclock/domain/configuration/build-configuration.js';
import { type Holiday, importSource, namedBy } from '@leadclock/domain/configuration/holidays-named-by.js';
import { versionInForce } from '@leadclock/domain/configuration/in-force.js';
import type { EventOf, LeadclockEvent } from '@leadclock/domain/events/event.js';

export interface ListedCalendar {
  readonly calendar: string;
  readonly zone: string;
  /** open hours of a week without holidays; 168 is always */
  readonly hours: number;
  /** holidays from today on, by the calendar's clock, and how many of them came from files and addresses */
  readonly ahead: number;
  readonly imported: number;
  readonly next: Holiday | null;
}

/** The calendars as they are in force at `now` (epoch milliseconds), by id. */
export function listCalendars(events: readonly LeadclockEvent[], now: number): readonly ListedCalendar[] {
  const set = standing(events).filter((event): event is EventOf<'calendar.set'> => event.type === 'calendar.set');
  return Object.entries(buildConfiguration(events).calendars).flatMap(([calendar, versions]) => {
    const own = set.filter(({ subject }) => subject === calendar);
    const version = versionInForce(versions, now);
    const event = own.find(({ source, id }) => source === version?.source && id === version.id);
    if (version === null || event === undefined) return [];
    const { zone, week } = version.value;
    const sources = namedBy(own);
    const today = dateOf(zone, now);
    const ahead = event.data.holidays.filter(({ date }) => date >= today).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const imported = ahead.filter(({ date }) => sources.get(date)?.startsWith(importSource)).length;
    const minutes = Object.values(week)
      .flat()
      .reduce((sum, [from, to]) => sum + to - from, 0);
    return [{ calendar, zone, hours: minutes / 60, ahead: ahead.length, imported, next: ahead[0] ?? null }];
  });
}
