import { createHash } from 'node:crypto';
import { buildConfiguration, standing } from '@leadclock/domain/configuration/build-configuration.js';
import { versionIndex, versionsOf } from '@leadclock/domain/configuration/in-force.js';
import type { EventOf, LeadclockEvent } from '@leadclock/domain/events/event.js';
import { eventKey } from '@leadclock/domain/events/identity.js';
import { importSource, namedBy } from './named-by.js';
import type { Holiday } from './read-holidays.js';

type CalendarSet = EventOf<'calendar.set'>;

/** What an import comes to. */
export interface HolidayPlan {
  /** what to send: one for the version in force, and one for each that is still to come; none: all stands as it is */
  readonly events: readonly object[];
  readonly added: readonly Holiday[];
  readonly removed: readonly Holiday[];
  /** what the file names and the calendar has already, whoever entered it */
  readonly unchanged: readonly Holiday[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The events' source of what comes in from one place. Of an address only its digest: it may hold a secret. */
export const sourceOf = (place: string): string => `${importSource}${digest(place)}`;

/**
 * The events that give a calendar the holidays of a place instead of those that it got from there before; what was entered by hand or came from
 * elsewhere stays. The hours stay as they are, in the version in force at `now` (epoch milliseconds) and in those still to come. Null: there is no such
 * calendar. The id of an event is made from what it follows and what it says, so that two who import the same at once send one.
 */
export function planHolidays(
  calendar: string,
  events: readonly LeadclockEvent[],
  source: string,
  holidays: readonly Holiday[],
  now: number,
): HolidayPlan | null {
  const versions = versionsOf(buildConfiguration(events).calendars, calendar);
  if (versions === undefined) return null;
  const set = standing(events).filter((event): event is CalendarSet => event.type === 'calendar.set' && event.subject === calendar);
  const byKey = new Map(set.map((event) => [eventKey(event), event]));
  const origins = namedBy(set);
  const plan = { added: new Map<string, string>(), removed: new Map<string, string>() };
  // of versions of one effect the last is the one that comes into force
  const ahead = versions.slice(versionIndex(versions, now)).filter(({ effect }, i, all) => all[i + 1]?.effect !== effect);
  const planned = ahead.flatMap((version) => {
    const event = byKey.get(eventKey(version));
    if (event === undefined) return [];
    const kept = event.data.holidays.filter(({ date }) => origins.get(date) !== source);
    const own = event.data.holidays.filter(({ date }) => origins.get(date) === source);
    const there = new Set(kept.map(({ date }) => date));
    const wanted = holidays.filter(({ date }) => !there.has(date));
    if (isSame(own, wanted)) return [];
    note(plan.added, wanted, own);
    note(plan.removed, own, wanted);
    const all = [...kept, ...wanted].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    const { effective_from: _replaced, ...data } = event.data;
    const takesEffect = version.effect > now ? { effective_from: new Date(version.effect).toISOString() } : {};
    return [eventOf(calendar, source, eventKey(event), { ...data, holidays: all, ...takesEffect }, now)];
  });
  const [added, removed] = [listOf(plan.added), listOf(plan.removed)];
  return { events: planned, added, removed, unchanged: holidays.filter(({ date }) => !plan.added.has(date)) };
}

/** Also a holiday that is called otherwise now. */
const isSame = (own: readonly Holiday[], wanted: readonly Holiday[]): boolean => {
  const names = new Map(own.map(({ date, name }) => [date, name]));
  return own.length === wanted.length && wanted.every(({ date, name }) => names.get(date) === name);
};

/** Adds those whose date or name the others lack. */
function note(to: Map<string, string>, these: readonly Holiday[], others: readonly Holiday[]): void {
  const names = new Map(others.map(({ date, name }) => [date, name]));
  for (const { date, name } of these) if (names.get(date) !== name) to.set(date, name);
}

const listOf = (dates: ReadonlyMap<string, string>): readonly Holiday[] =>
  [...dates].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));

function eventOf(calendar: string, source: string, follows: string, data: CalendarSet['data'], now: number): object {
  const id = digest(JSON.stringify([calendar, follows, data]));
  return { specversion: '1.0', id, source, type: 'calendar.set', subject: calendar, time: new Date(now).toISOString(), data };
}
